package org.reconbench.harness.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.reconbench.core.InputException;
import org.reconbench.core.Suggestion;

/**
 * Public files that {@code data fetch} knows the checksum of: data sets of ADBench (Han et al. 2022, "ADBench: Anomaly
 * Detection Benchmark"), folder {@code Classical}. Only names and checksums ship with the project, not the data.
 */
final class FetchCatalogue {
    /**
     * One file.
     *
     * @param id what users write: the file's name without number and extension, in lower case
     * @param file the published file's name
     * @param sha256 of its bytes
     */
    record PublicFile(String id, String file, String sha256) {
        private static PublicFile parse(String line) {
            String[] parts = line.split("  ", 2);
            String id = parts[1].replaceFirst("^[0-9]+_", "").replaceFirst("\\.npz$", "");
            return new PublicFile(id.toLowerCase(Locale.ROOT), parts[1], parts[0]);
        }

        private boolean isCalled(String name) {
            return name.equalsIgnoreCase(id) || name.equals(file) || (name + ".npz").equals(file);
        }
    }

    private FetchCatalogue() {}

    /** All of them, by id. */
    static List<PublicFile> all() {
        try (InputStream in = FetchCatalogue.class.getResourceAsStream("adbench.sha256");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(PublicFile::parse)
                    .sorted(Comparator.comparing(PublicFile::id))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The file of that name.
     *
     * @throws InputException if there is none
     */
    static PublicFile require(String name) {
        Optional<PublicFile> found =
                all().stream().filter(file -> file.isCalled(name)).findFirst();
        List<String> ids = all().stream().map(PublicFile::id).toList();
        return found.orElseThrow(() -> InputException.of("unknown public data set '" + name + "'"
                + Suggestion.hint(name, ids) + "; 'data fetch' without a name lists them"));
    }
}
