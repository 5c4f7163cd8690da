package org.reconbench.data.scale;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.data.Scaling;
import org.reconbench.data.Golden;

class ScalerTest {

    static Stream<Named<JsonNode>> cases() {
        return Golden.items(Golden.read("scaler").get("cases"))
                .map(c -> Named.of(c.get("name").asText() + " " + c.get("range") + " clip " + c.get("clip"), c));
    }

    /** scaler.json: scikit-learn 1.2.1's MinMaxScaler. */
    @ParameterizedTest
    @MethodSource("cases")
    void min_max_is_scikit_learns_to_the_bit(JsonNode c) {
        Matrix fit = Golden.matrix(c.get("fit"));
        MinMaxScaler scaler = MinMaxScaler.fit(
                fit,
                c.get("range").get(0).asDouble(),
                c.get("range").get(1).asDouble(),
                c.get("clip").asBoolean());
        assertArrayEquals(Golden.doubles(c.get("min_")), scaler.offset());
        assertArrayEquals(Golden.doubles(c.get("scale_")), scaler.scale());
        assertEquals(Golden.matrix(c.get("fit_out")), scaler.transform(fit));
        assertEquals(Golden.matrix(c.get("other_out")), scaler.transform(Golden.matrix(c.get("other"))));
        assertEquals(Golden.matrix(c.get("inverse_of_fit_out")), scaler.inverse(scaler.transform(fit)));
    }

    @Test
    void z_scores_have_mean_0_and_deviation_1_over_n() {
        Matrix rows = Matrix.copyOf(new double[][] {{1, 10}, {2, 30}, {3, 20}, {4, 40}});
        StandardScaler scaler = StandardScaler.fit(rows);
        assertArrayEquals(new double[] {2.5, 25}, scaler.mean());
        assertArrayEquals(new double[] {Math.sqrt(1.25), Math.sqrt(125)}, scaler.deviation(), 1e-15);
        assertEquals(-1.5 / Math.sqrt(1.25), scaler.transform(rows).get(0, 0));
    }

    /** 0.1 three times has a mean that is not 0.1: the variance is rounding alone. */
    @Test
    void a_column_constant_up_to_rounding_keeps_its_scale() {
        StandardScaler scaler = StandardScaler.fit(Matrix.copyOf(new double[][] {{0.1, 7}, {0.1, 7}, {0.1, 7}}));
        assertArrayEquals(new double[] {1, 1}, scaler.deviation());
        assertEquals(
                1.0, scaler.transform(Matrix.copyOf(new double[][] {{0, 8}})).get(0, 1));
    }

    @Test
    void a_small_spread_far_from_zero_is_seen() {
        StandardScaler scaler = StandardScaler.fit(Matrix.copyOf(new double[][] {{1e9}, {1e9 + 1}, {1e9 + 2}}));
        assertArrayEquals(new double[] {Math.sqrt(2.0 / 3)}, scaler.deviation(), 1e-12);
    }

    @Test
    void no_scaling_leaves_the_rows_alone() {
        Matrix rows = Matrix.copyOf(new double[][] {{1, 2}});
        assertSame(rows, Scaler.fit(Scaling.NONE, rows).transform(rows));
    }

    @ParameterizedTest
    @EnumSource(
            value = Scaling.class,
            names = {"MIN_MAX", "Z_SCORE"})
    void no_rows_or_other_columns_are_refused(Scaling scaling) {
        Matrix none = Matrix.wrap(0, 2, new double[0]);
        assertThrows(IllegalArgumentException.class, () -> Scaler.fit(scaling, none));
        Scaler scaler = Scaler.fit(scaling, Matrix.copyOf(new double[][] {{1, 2}, {3, 4}}));
        assertThrows(IllegalArgumentException.class, () -> scaler.transform(Matrix.copyOf(new double[][] {{1}})));
        assertThrows(IllegalArgumentException.class, () -> MinMaxScaler.fit(none, 1, 1, false));
    }
}
