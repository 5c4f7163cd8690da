package org.reconbench.reports.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SlugTest {
    @Test
    void parts_become_one_lower_case_name() {
        assertEquals("roc-seed-blobs-beta-vae-beta-0.1", Slug.of("roc", "seed-blobs", "beta-vae beta=0.1"));
    }

    @Test
    void nothing_of_a_path_survives() {
        assertEquals("etc-passwd", Slug.of("../../etc/passwd"));
        assertEquals("a-csv", Slug.of("C:\\", "a.csv").substring(2));
        assertEquals("unnamed", Slug.of("\u4e16\u754c"));
    }

    @Test
    void long_names_are_cut_but_stay_apart() {
        String one = Slug.of("x".repeat(200) + "a");
        String two = Slug.of("x".repeat(200) + "b");
        assertTrue(one.length() <= 80);
        assertNotEquals(one, two);
    }
}
