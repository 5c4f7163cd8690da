package org.reconbench.nn.engine;

/** What is alive below the engine's root scope, as {@link EngineArrays} counts it. */
public final class LiveArrays {
    private static final EngineArrays ARRAYS = new EngineArrays();

    private LiveArrays() {}

    /** The number of arrays and scopes alive. */
    public static int count() {
        return Math.toIntExact(ARRAYS.alive());
    }
}
