package org.reconbench.harness.publish;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.InputException;
import org.reconbench.core.run.RunArchive;
import org.reconbench.harness.store.IoReason;
import org.reconbench.harness.store.Json;
import org.reconbench.harness.store.RunDirectory;
import org.reconbench.reports.HtmlReport;

/**
 * The directory of a site: {@code index.html}, {@code site.json} which says what the index shows and which files are the site's, and under
 * {@code runs} one directory a run with its report. It asks no clock: equal runs give equal bytes.
 *
 * <p>Reports are rendered again, never copied: that costs what {@code report} costs, and the site shows what the stored records say by the
 * program that publishes them, whatever lies in the run directory. They are rendered aside and moved into place by {@link #write}, so that
 * a failure before it leaves the site as it was. Of a report that is replaced those files go that a former publication made.
 */
public final class Site implements AutoCloseable {
    private static final String INDEX = "index.html";
    private static final String CONTENT = "site.json";
    private static final String RUNS = "runs";
    /** Where reports wait for the index. */
    private static final String STAGE = ".publishing";
    /** Tells GitHub Pages to serve the files as they are. */
    private static final String PLAIN_FILES = ".nojekyll";

    private static final String DEFAULT_TITLE = "Anomaly detectors compared";

    private final Path root;
    private final String title;
    private final Map<String, PublishedRun> runs = new LinkedHashMap<>();
    private final Map<String, PublishedRun> staged = new LinkedHashMap<>();

    /** What site.json holds. */
    record Content(String schema, String title, List<PublishedRun> runs) {
        static final String SCHEMA = "reconbench.site/1";
    }

    private Site(Path root, String title) {
        this.root = root;
        this.title = title;
    }

    /**
     * Opens a site, or begins one; nothing is written yet.
     *
     * @throws InputException if the directory holds anything else
     */
    public static Site open(Path root) {
        Path content = root.resolve(CONTENT);
        try {
            if (Files.isRegularFile(content)) {
                return read(root, content);
            }
            if (Files.exists(root) && !Files.isDirectory(root)) {
                throw InputException.inFile(root, "is a file; a site needs a directory");
            }
            if (Files.isDirectory(root) && !empty(root)) {
                throw InputException.inFile(
                        root, "is not empty and no site of ours (no " + CONTENT + "); give -o a new directory");
            }
        } catch (IOException e) {
            throw InputException.inFile(root, "cannot be read: " + IoReason.of(e), e);
        }
        return new Site(root, DEFAULT_TITLE);
    }

    private static boolean empty(Path root) throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            return entries.allMatch(entry -> entry.getFileName().toString().equals(STAGE));
        }
    }

    private static Site read(Path root, Path content) throws IOException {
        Content stored;
        try {
            stored = Json.read(Files.readString(content), Content.class);
        } catch (IllegalArgumentException e) {
            throw InputException.inFile(content, "is not a site's: " + e.getMessage());
        }
        if (!Content.SCHEMA.equals(stored.schema())) {
            throw InputException.inFile(
                    content, "has schema '" + stored.schema() + "'; this version knows " + Content.SCHEMA);
        }
        Site site = new Site(root, stored.title());
        stored.runs().forEach(run -> site.runs.put(run.runId(), run));
        return site;
    }

    /**
     * Renders the report of a run aside; {@link #write} puts it into the site, in the place of an earlier one.
     *
     * @throws InputException if the directory cannot be written
     */
    public PublishedRun add(RunArchive run) {
        PublishedRun found = PublishedRun.of(run);
        Path stage = root.resolve(STAGE).resolve(found.directory());
        try {
            delete(stage);
            Files.createDirectories(stage);
        } catch (IOException e) {
            throw InputException.inFile(root, "cannot be written: " + IoReason.of(e), e);
        }
        HtmlReport.write(run, stage);
        PublishedRun published = found.with(files(stage));
        staged.put(published.runId(), published);
        return published;
    }

    /**
     * Moves the added reports into place and writes the index, the newest run first.
     *
     * @param newTitle null to keep the title
     * @return the path of index.html
     */
    public Path write(@Nullable String newTitle) {
        Path index = root.resolve(INDEX);
        try {
            Files.createDirectories(root);
            for (PublishedRun run : staged.values()) {
                place(run, runs.get(run.runId()));
                runs.put(run.runId(), run);
            }
            if (!Files.exists(root.resolve(PLAIN_FILES))) {
                Files.createFile(root.resolve(PLAIN_FILES));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the site could not be written to " + root + ": " + IoReason.of(e), e);
        }
        staged.clear();
        List<PublishedRun> ordered = new ArrayList<>(runs.values());
        ordered.sort(Comparator.comparing(PublishedRun::createdAt).reversed().thenComparing(PublishedRun::runId));
        Content content = new Content(Content.SCHEMA, newTitle == null ? title : newTitle, ordered);
        RunDirectory.writeWhole(root.resolve(CONTENT), Json.pretty(content));
        RunDirectory.writeWhole(index, IndexPage.render(content));
        return index;
    }

    private void place(PublishedRun run, @Nullable PublishedRun former) throws IOException {
        Path from = root.resolve(STAGE).resolve(run.directory());
        Path to = root.resolve(RUNS).resolve(run.directory());
        for (String file : run.files()) {
            Path target = to.resolve(file);
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            Files.move(from.resolve(file), target, StandardCopyOption.REPLACE_EXISTING);
        }
        for (String file : former == null ? List.<String>of() : former.files()) {
            Path stale = to.resolve(file).normalize();
            if (!run.files().contains(file) && stale.startsWith(to.normalize()) && Files.isRegularFile(stale)) {
                Files.delete(stale);
            }
        }
    }

    /** Throws away what was added and not written. */
    @Override
    public void close() {
        try {
            delete(root.resolve(STAGE));
        } catch (IOException e) {
            throw new UncheckedIOException(root.resolve(STAGE) + " could not be deleted: " + IoReason.of(e), e);
        }
    }

    /** The files below a directory: relative, with slashes, in order. */
    private static List<String> files(Path directory) {
        try (Stream<Path> found = Files.walk(directory)) {
            return found.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString().replace(File.separatorChar, '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(directory + " could not be read: " + IoReason.of(e), e);
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        List<Path> found;
        try (Stream<Path> entries = Files.walk(directory)) {
            found = new ArrayList<>(entries.toList());
        }
        found.sort(Comparator.reverseOrder());
        for (Path path : found) {
            Files.delete(path);
        }
    }
}
