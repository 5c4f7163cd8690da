package org.reconbench.reports.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonFilesTest {
    @ParameterizedTest
    @ValueSource(strings = {"=cmd()", "+1", "-1", "@x", "\tx", "\rx", "\nx"})
    void what_a_spreadsheet_would_run_is_led_by_an_apostrophe(String text) {
        assertEquals("'" + text, ComparisonCsv.harmless(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ae", "beta-vae beta=0.1", "'=x"})
    void other_text_stays(String text) {
        assertEquals(text, ComparisonCsv.harmless(text));
    }

    @Test
    void markdown_means_nothing_in_a_name() {
        assertEquals(
                "a \\| b &lt;i> \\*c\\* \\_d\\_ \\`e\\` \\[f\\]", MarkdownTables.escape("a | b\n<i> *c* _d_ `e` [f]"));
    }
}
