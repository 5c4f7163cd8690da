package org.reconbench.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
    private static final List<String> KNOWN = List.of("ae", "vae", "beta-vae", "beta-vae-warmup", "detectors", "seeds");

    @ParameterizedTest
    @CsvSource({
        "aee, ae",
        "VAE, vae",
        "beta_vae, beta-vae",
        "bta-vae-warmpu, beta-vae-warmup",
        "dtectors, detectors",
        "sedes, seeds"
    })
    void the_nearest_known_name_is_found(String typed, String meant) {
        assertEquals(Optional.of(meant), Suggestion.nearest(typed, KNOWN));
    }

    @ParameterizedTest
    @CsvSource({"isolation-forest", "xyz", "q"})
    void nothing_is_suggested_for_a_name_that_is_far(String typed) {
        assertEquals(Optional.empty(), Suggestion.nearest(typed, List.of("ae", "detectors")));
    }

    @Test
    void the_hint_is_empty_when_nothing_is_near() {
        assertEquals(" (did you mean 'seeds'?)", Suggestion.hint("seed", KNOWN));
        assertEquals("", Suggestion.hint("unheard-of", KNOWN));
    }
}
