package org.reconbench.evaluation.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reconbench.evaluation.stats.BayesianSignedRank;

class VerdictTest {

    /** Blocks (6 are needed), Wilcoxon's p, the same after Holm, P(first better), P(equivalent), the verdict. */
    @ParameterizedTest
    @CsvSource({
        "5, .001, .001, 1,   0,   not enough data",
        "5, 1,    1,    0,   1,   not enough data",
        "6, .01,  .05,  .95, 0,   clearly better",
        "6, .01,  .051, .95, 0,   probably better",
        "6, .01,  .05,  .94, .06, probably better",
        "6, .05,  .5,   .9,  .1,  probably better",
        "6, .051, .5,   .9,  .1,  no detectable difference",
        "6, .051, 1,    1,   0,   no detectable difference",
        "6, .01,  .05,  .5,  .4,  probably better",
        "6, .01,  .05,  .4,  .5,  no detectable difference",
        "6, .01,  .06,  .89, .11, no detectable difference",
        "6, .01,  .05,  .05, .95, practically equivalent",
        "6, 1,    1,    0,   .95, practically equivalent",
        "6, 1,    1,    .06, .94, no detectable difference",
    })
    void each_rule_decides_where_it_says(
            int blocks, double p, double adjusted, double first, double equivalent, String words) {
        BayesianSignedRank posterior = new BayesianSignedRank(.01, 100, first, equivalent, 1 - first - equivalent);
        assertEquals(words, Verdict.of(blocks, 6, p, adjusted, posterior, 0.05).words());
        assertEquals(
                words,
                Verdict.of(blocks, 6, p, adjusted, posterior.turned(), 0.05).words());
    }
}
