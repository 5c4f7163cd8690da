package org.reconbench.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.reconbench.core.Sha256;

/** The reader's country changes nothing. */
@ResourceLock(Resources.LOCALE)
class LocaleTest {
    private final Locale before = Locale.getDefault();

    @TempDir
    Path directory;

    @AfterEach
    void back() {
        Locale.setDefault(before);
    }

    @Test
    void page_and_tables_are_the_same_bytes_under_three_locales() throws Exception {
        List<String> digests = null;
        for (String tag : List.of("en-US", "de-DE", "ar-EG-u-nu-arab")) {
            Locale.setDefault(Locale.forLanguageTag(tag));
            Path folder = directory.resolve(tag);
            HtmlReport.write(FabricatedRun.small(), folder);
            List<String> now = new java.util.ArrayList<>();
            for (String file : List.of("report.html", "tables/comparison.csv", "tables/comparison.md")) {
                String text = Files.readString(folder.resolve(file));
                assertTrue(text.length() > 100, file);
                now.add(Sha256.hexOf(text));
            }
            if (digests != null) {
                assertEquals(digests, now, tag);
            }
            digests = now;
        }
    }
}
