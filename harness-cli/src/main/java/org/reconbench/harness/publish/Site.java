package org.reconbench.harness.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.InputException;
import org.reconbench.core.run.RunArchive;
import org.reconbench.harness.store.IoReason;
import org.reconbench.harness.store.Json;
import org.reconbench.harness.store.RunDirectory;
import org.reconbench.reports.HtmlReport;

/**
 * The directory of a site: {@code index.html}, {@code site.json} which says what the index shows, and under {@code runs} one directory a run
 * with its report. It asks no clock: equal runs give equal bytes.
 */
public final class Site {
    private static final String INDEX = "index.html";
    private static final String CONTENT = "site.json";
    private static final String RUNS = "runs";
    private static final String DEFAULT_TITLE = "Anomaly detectors compared";

    private final Path root;
    private final String title;
    private final Map<String, PublishedRun> runs = new LinkedHashMap<>();

    /** What site.json holds. */
    record Content(String schema, String title, List<PublishedRun> runs) {
        static final String SCHEMA = "reconbench.site/1";
    }

    private Site(Path root, String title) {
        this.root = root;
        this.title = title;
    }

    /**
     * Opens a site, or begins one.
     *
     * @throws InputException if the directory holds anything else, or cannot be made
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
            Files.createDirectories(root.resolve(RUNS));
        } catch (IOException e) {
            throw InputException.inFile(root, "cannot be written: " + IoReason.of(e), e);
        }
        return new Site(root, DEFAULT_TITLE);
    }

    private static boolean empty(Path root) throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            return entries.allMatch(entry -> entry.getFileName().toString().equals(RUNS) && isEmptyDirectory(entry));
        }
    }

    private static boolean isEmptyDirectory(Path path) {
        try (Stream<Path> entries = Files.list(path)) {
            return entries.findAny().isEmpty();
        } catch (IOException e) {
            return false;
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

    /** Renders the report of a run into the site, in the place of an earlier one; the index follows with {@link #write}. */
    public PublishedRun add(RunArchive run) {
        PublishedRun published = PublishedRun.of(run);
        Path target = root.resolve(RUNS).resolve(published.directory());
        Path part = root.resolve(RUNS).resolve(published.directory() + ".part");
        try {
            delete(part);
            HtmlReport.write(run, part);
            delete(target);
            Files.move(part, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        runs.put(published.runId(), published);
        return published;
    }

    /**
     * Writes the index, the newest run first.
     *
     * @param newTitle null to keep the title
     * @return the path of index.html
     */
    public Path write(@Nullable String newTitle) {
        List<PublishedRun> ordered = new ArrayList<>(runs.values());
        ordered.sort(Comparator.comparing(PublishedRun::createdAt).reversed().thenComparing(PublishedRun::runId));
        Content content = new Content(Content.SCHEMA, newTitle == null ? title : newTitle, ordered);
        RunDirectory.writeWhole(root.resolve(CONTENT), Json.pretty(content));
        Path index = root.resolve(INDEX);
        RunDirectory.writeWhole(index, IndexPage.render(content));
        return index;
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
