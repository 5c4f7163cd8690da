package org.reconbench.reports.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.reconbench.evaluation.stats.Interval;
import org.reconbench.evaluation.stats.PairedDifference;
import org.reconbench.evaluation.table.Cell;

class NumbersTest {
    @Test
    void metrics_have_three_decimals_and_a_spread_if_there_is_one() {
        assertEquals("0.984 \u00b1 0.010", Numbers.metric(new Cell(0.98449, 0.01, 5)));
        assertEquals("0.984", Numbers.metric(new Cell(0.98449, null, 1)));
        assertEquals("\u2013", Numbers.metric(new Cell(null, null, 0)));
    }

    @Test
    void seconds_keep_the_digits_that_matter() {
        assertEquals("123", Numbers.meanSeconds(new Cell(123.4, 2.0, 2)));
        assertEquals("\u00b1 2", Numbers.spreadSeconds(new Cell(123.4, 2.0, 2)));
        assertEquals("0.401", Numbers.meanSeconds(new Cell(0.4012, null, 1)));
        assertEquals("", Numbers.spreadSeconds(new Cell(0.4012, null, 1)));
        assertEquals("0.30 ms", Numbers.seconds(0.0003));
        assertEquals("40 ms", Numbers.seconds(0.04));
        assertEquals("1.50 s", Numbers.seconds(1.5));
    }

    @Test
    void plain_numbers_read_plainly() {
        assertEquals("4", Numbers.plain(4.0));
        assertEquals("0.05", Numbers.plain(0.05));
        assertEquals("123.4", Numbers.plain(123.44));
        assertEquals("1.00e-05", Numbers.plain(1e-5));
        assertEquals("-0.5", Numbers.plain(-0.5));
    }

    @Test
    void a_difference_carries_its_interval() {
        assertEquals(
                "+0.031 (95 % interval \u22120.004 to +0.066, n = 10)",
                Numbers.difference(new PairedDifference(10, 0.031, new Interval(-0.004, 0.066, 0.95))));
    }

    @Test
    void shares_and_counts_read_as_words() {
        assertEquals("3.0 %", Numbers.percent(0.03));
        assertEquals("70 %", Numbers.percent(0.7));
        assertEquals("1 trial", Numbers.count(1, "trial"));
        assertEquals("0 trials", Numbers.count(0, "trial"));
    }
}
