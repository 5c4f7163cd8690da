package org.reconbench.harness.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.InputException;
import org.reconbench.core.Sha256;
import org.reconbench.harness.cli.FetchCatalogue.PublicFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code data fetch}: copies public data sets from a folder or a web address that the user names, and checks them. */
@Command(
        name = "fetch",
        description = {
            "Copy public data sets (ADBench, folder Classical) from a folder or a web",
            "address of yours and check their sha256. Without NAME: list them."
        })
final class DataFetchCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CHUNK = 1 << 16;
    private static final int HTTP_OK = 200;

    private final Console console;

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "Data sets, such as cardio; 'all' for all.")
    private List<String> names = List.of();

    @Option(
            names = "--from",
            paramLabel = "DIR|URL",
            description = "The folder that holds the .npz files: a directory, or an http(s) address.")
    private @Nullable String from;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Where to put them (default ${DEFAULT-VALUE}).")
    private Path output = Path.of("data");

    DataFetchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (names.isEmpty()) {
            TextTable table = TextTable.of("ID", "FILE", "SHA256");
            FetchCatalogue.all()
                    .forEach(file ->
                            table.row(file.id(), file.file(), file.sha256().substring(0, 16) + "..."));
            table.lines(console.width()).forEach(console.out()::println);
            return ExitCode.OK.code();
        }
        String source = from;
        if (source == null) {
            throw InputException.of("--from is missing: name the directory or web address that holds the files");
        }
        List<PublicFile> files = names.equals(List.of("all"))
                ? FetchCatalogue.all()
                : names.stream().map(FetchCatalogue::require).toList();
        try {
            Files.createDirectories(output);
        } catch (IOException e) {
            throw InputException.inFile(output, "cannot be made a directory", e);
        }
        for (PublicFile file : files) {
            fetch(file, source);
        }
        return ExitCode.OK.code();
    }

    private void fetch(PublicFile file, String source) throws InterruptedException {
        Path target = output.resolve(file.file());
        if (Files.exists(target)) {
            check(file, target, digest(target));
            console.out().println(target + ": already there, checksum ok");
            return;
        }
        Path part = target.resolveSibling(file.file() + ".part");
        try {
            try (InputStream in = open(source, file.file());
                    OutputStream out = Files.newOutputStream(part)) {
                in.transferTo(out);
            }
            check(file, source, digest(part));
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            console.out().println(target + ": checksum ok");
        } catch (IOException e) {
            throw InputException.inFile(file.file(), "cannot be fetched from '" + source + "': " + e, e);
        } finally {
            discard(part);
        }
    }

    private static InputStream open(String source, String file) throws IOException, InterruptedException {
        if (!source.matches("https?://.*")) {
            Path path = Path.of(source).resolve(file);
            if (!Files.isRegularFile(path)) {
                throw InputException.inFile(path, "there is no such file");
            }
            return Files.newInputStream(path);
        }
        String folder = source.endsWith("/") ? source : source + "/";
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        HttpRequest request;
        try {
            request = HttpRequest.newBuilder(URI.create(folder + file))
                    .timeout(PATIENCE)
                    .build();
        } catch (IllegalArgumentException e) {
            throw InputException.of("--from = " + source + ": is not a web address");
        }
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != HTTP_OK) {
            response.body().close();
            throw new IOException("the server answered " + response.statusCode());
        }
        return response.body();
    }

    private static void check(PublicFile file, Object place, String sha256) {
        if (!sha256.equals(file.sha256())) {
            throw InputException.inFile(
                    place,
                    file.file() + " is not the published file: sha256 " + sha256 + ", expected " + file.sha256());
        }
    }

    private static String digest(Path path) {
        Sha256 sha256 = new Sha256();
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = Files.newInputStream(path)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                sha256.add(chunk, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sha256.hex();
    }

    private static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
