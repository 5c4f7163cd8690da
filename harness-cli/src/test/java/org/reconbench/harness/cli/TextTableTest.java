package org.reconbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void columns_are_as_wide_as_their_cells() {
        List<String> lines =
                TextTable.of("ID", ">N").row("ae", "7").row("vae", "12").lines(80);
        assertEquals(List.of("ID    N", "ae    7", "vae  12"), lines);
    }

    @Test
    void the_widest_column_wraps_between_words() {
        List<String> lines =
                TextTable.of("ID", "TEXT").row("ae", "one two three four").lines(14);
        assertEquals(List.of("ID  TEXT", "ae  one two", "    three four"), lines);
    }

    @Test
    void a_word_longer_than_a_line_is_cut() {
        assertEquals(List.of("abcd", "efgh", "ij"), TextTable.wrap("abcdefghij", 4));
    }

    @Test
    void no_line_is_wider_than_asked() {
        TextTable table = TextTable.of("A", "B", "C");
        table.row("a ".repeat(50), "b ".repeat(70), "short");
        assertTrue(table.lines(60).stream().allMatch(line -> line.length() <= 60));
    }

    @Test
    void a_row_has_a_cell_for_each_column() {
        assertThrows(
                IllegalArgumentException.class, () -> TextTable.of("A", "B").row("only one"));
    }
}
