package org.reconbench.reports.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatexTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "a_b; a\\_b",
                "100% #1 & $x$; 100\\% \\#1 \\& \\$x\\$",
                "\\input{x}; \\textbackslash{}input\\{x\\}",
                "x^2~y; x\\textasciicircum{}2\\textasciitilde{}y",
                "<script>; \\textless{}script\\textgreater{}",
                "a|b; a\\textbar{}b",
                "[1ex] *; {[}1ex{]} {*}",
                "a---b; a-{}-{}-b",
                "beta-vae beta=0.1; beta-vae beta=0.1",
                "Müller 数据; Müller 数据"
            })
    void a_name_is_set_as_it_is_written(String name, String latex) {
        assertEquals(latex, LatexText.escape(name));
    }

    @Test
    void a_name_stays_on_one_line_and_hidden_characters_show() {
        assertEquals("a b c?d", LatexText.escape(" a\n\nb\tc\u0007d "));
    }
}
