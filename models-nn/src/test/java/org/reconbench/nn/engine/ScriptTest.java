package org.reconbench.nn.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.EngineException;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import org.junit.jupiter.api.Test;

class ScriptTest {
    private static final String HEAD = """
            class Program(Module):
              __parameters__ = []
              __buffers__ = []
              training : bool

            """;

    private static String program(String parameters, String result) {
        return HEAD
                + "  def go(self: __torch__.Program, " + parameters + ") -> Tensor:\n"
                + "    return " + result + " # a comment\n";
    }

    @Test
    void compiles_text_and_calls_its_methods() {
        String text = program("x: Tensor, k: int", "x * 2 + k");
        try (PtNDManager scope = Engine.open();
                Script script = Script.compile(scope, text)) {
            PtNDArray x = (PtNDArray) scope.create(new float[] {1, 2});
            assertArrayEquals(
                    new float[] {5, 7}, script.call(scope, "go", x, 3L).toFloatArray());
        }
    }

    @Test
    void text_that_does_not_compile_is_refused_with_its_line() {
        String text = program("x: Tensor", "torch.nothing(x)");
        try (PtNDManager scope = Engine.open()) {
            EngineException refused = assertThrows(EngineException.class, () -> Script.compile(scope, text));
            assertTrue(String.valueOf(refused.getMessage()).contains("torch.nothing"), refused.getMessage());
        }
    }

    @Test
    void an_unknown_kind_of_argument_is_refused() {
        try (PtNDManager scope = Engine.open();
                Script script = Script.compile(scope, program("x: Tensor", "x"))) {
            assertThrows(IllegalArgumentException.class, () -> script.call(scope, "go", "text"));
        }
    }

    @Test
    void one_thread_unless_asked_otherwise() {
        try (PtNDManager scope = Engine.open()) {
            assertTrue(scope.isOpen());
            assertEquals(Integer.getInteger(Engine.THREADS, 1), JniUtils.getNumThreads());
        }
    }
}
