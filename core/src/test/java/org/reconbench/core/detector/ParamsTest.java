package org.reconbench.core.detector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ParamsTest {
    private static final List<ParamSpec> SPECS = List.of(
            ParamSpec.integer("latent", 10, 1, 4096, "Units."),
            ParamSpec.real("beta", 4, 0, 1000, "Weight."),
            ParamSpec.choice("warmup.schedule", "linear", List.of("linear", "cosine"), "Shape."),
            ParamSpec.real("warmup.fraction", 0.5, 0, 1, "Share."),
            ParamSpec.flag("tied", false, "Whether."),
            ParamSpec.integers("hidden", List.of(64L, 32L), 1, 8192, "Widths."));

    private static Params resolve(Map<String, ?> given) {
        return Params.resolve("detector 'x'", SPECS, given);
    }

    @Test
    void what_is_not_given_has_its_default() {
        Params params = resolve(Map.of());
        assertEquals(10, params.integer("latent"));
        assertEquals(4.0, params.real("beta"));
        assertEquals("linear", params.text("warmup.schedule"));
        assertEquals(false, params.flag("tied"));
        assertArrayEquals(new int[] {64, 32}, params.integers("hidden"));
    }

    @Test
    void equal_values_are_equal_however_they_were_written() {
        Params nested = resolve(Map.of("beta", 2, "warmup", Map.of("fraction", "0.25"), "hidden", List.of(8, 4)));
        Params dotted = resolve(Map.of("beta", 2.0, "warmup.fraction", 0.25, "hidden", List.of(8L, 4.0)));
        assertEquals(nested, dotted);
        assertEquals(nested.hashCode(), dotted.hashCode());
        assertEquals(nested.toString(), dotted.toString());
        assertNotEquals(nested, resolve(Map.of()));
    }

    @Test
    void minus_zero_is_zero() {
        assertEquals(resolve(Map.of("beta", 0.0)), resolve(Map.of("beta", -0.0)));
    }

    @Test
    void what_is_left_after_taking_names_away_is_a_key() {
        assertEquals(
                resolve(Map.of("beta", 1)).without("beta"),
                resolve(Map.of("beta", 2)).without("beta"));
    }

    static List<Map<String, Object>> refused() {
        return List.of(
                Map.of("latent", 0),
                Map.of("latent", 1.5),
                Map.of("latent", "many"),
                Map.of("latent", true),
                Map.of("latent", List.of(1)),
                Map.of("beta", -1),
                Map.of("beta", Double.NaN),
                Map.of("beta", "Infinity"),
                Map.of("warmup", Map.of("schedule", "step")),
                Map.of("tied", "perhaps"),
                Map.of("hidden", 64),
                Map.of("hidden", List.of(0)),
                Map.of("hidden", List.of("a")));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void a_refusal_names_owner_parameter_value_range_and_default(Map<String, Object> given) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> resolve(given));
        String message = String.valueOf(e.getMessage());
        String name = Params.flatten(given).keySet().iterator().next();
        assertTrue(message.startsWith("detector 'x': " + name + " = "), message);
        assertTrue(message.contains("must be ") && message.contains("(default "), message);
    }

    @Test
    void an_unknown_name_comes_with_a_suggestion() {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> resolve(Map.of("warmup", Map.of("fractoin", 1))));
        assertEquals(
                "detector 'x': unknown parameter 'warmup.fractoin' (did you mean 'warmup.fraction', a number from 0 to"
                        + " 1, default 0.5?); it takes latent, beta, warmup.schedule, warmup.fraction, tied, hidden",
                e.getMessage());
    }

    @Test
    void a_name_like_none_comes_with_all_there_are() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> Params.resolve("detector 'x'", SPECS.subList(0, 2), Map.of("k", 1)));
        assertEquals("detector 'x': unknown parameter 'k'; it takes latent, beta", e.getMessage());
        IllegalArgumentException none = assertThrows(
                IllegalArgumentException.class, () -> Params.resolve("detector 'x'", List.of(), Map.of("k", 1)));
        assertEquals("detector 'x': unknown parameter 'k'; it takes none", none.getMessage());
    }

    @Test
    void ranges_have_no_needless_digits() {
        assertEquals(
                "1e-12 to 1e6", ParamSpec.real("lr", 1, 1e-12, 1e6, "Rate.").range());
        assertEquals(
                "-2.5e-7 to 0.001", ParamSpec.real("x", 0, -2.5e-7, 0.001, "X.").range());
        assertEquals("0 to 99999", ParamSpec.real("x", 0, 0, 99_999, "X.").range());
        assertEquals(
                "a number from 0 to Infinity",
                ParamSpec.real("x", 0, 0, Double.POSITIVE_INFINITY, "X.").allowed());
        assertEquals("a list of integers from 1 to 8192", SPECS.get(5).allowed());
        assertEquals("one of linear, cosine", SPECS.get(2).allowed());
    }

    @Test
    void a_refused_list_is_shown_whole() {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> resolve(Map.of("hidden", List.of(64, 0))));
        assertEquals(
                "detector 'x': hidden = [64, 0]: must be a list of integers from 1 to 8192 (default [64, 32])",
                e.getMessage());
    }

    @Test
    void a_wrong_getter_is_an_error_of_the_program() {
        assertThrows(IllegalArgumentException.class, () -> resolve(Map.of()).real("gamma"));
        assertThrows(ClassCastException.class, () -> resolve(Map.of()).real("latent"));
    }

    @Test
    void a_curve_is_a_rectangle() {
        Curve curve = new Curve(List.of("epoch", "loss"), List.of(List.of(1.0, 0.5), List.of(2.0, 0.25)));
        assertArrayEquals(new double[] {0.5, 0.25}, curve.column("loss"));
        assertThrows(IllegalArgumentException.class, () -> curve.column("kl"));
        assertThrows(IllegalArgumentException.class, () -> new Curve(List.of("epoch"), List.of(List.of(1.0, 2.0))));
    }
}
