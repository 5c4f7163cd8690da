package org.reconbench.harness.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reconbench.core.InputException;

class OverridesTest {

    @Test
    void values_are_read_as_yaml() {
        assertEquals(
                Map.of("epochs", 20L, "lr", 0.5, "hidden", List.of(64L, 32L), "recon", "sse"),
                Overrides.settings(List.of("epochs=20", "lr=0.5", "hidden=[64, 32]", "recon=sse")));
    }

    @Test
    void only_the_first_equals_sign_divides() {
        assertEquals(Map.of("note", "a=b"), Overrides.settings(List.of("note=a=b")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"epochs", "=3", "epochs=", "hidden=[1,"})
    void what_cannot_be_read_is_refused_by_name(String setting) {
        InputException refused = assertThrows(InputException.class, () -> Overrides.settings(List.of(setting)));
        assertTrue(String.valueOf(refused.getMessage()).contains("--set " + setting.replaceFirst("=.+", "")));
    }

    @Test
    void a_key_is_set_once() {
        assertThrows(InputException.class, () -> Overrides.settings(List.of("epochs=1", "epochs=2")));
    }
}
