package org.reconbench.nn.engine;

import ai.djl.ndarray.BaseNDManager;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.lang.reflect.Field;
import java.util.Map;
import org.reconbench.core.detector.NativeArrays;

/**
 * Counts what is alive below the engine's root scope, however deep. DJL tells the arrays of a scope but not the scopes
 * below it, so its own book of both is read.
 */
public final class EngineArrays implements NativeArrays {

    /** For {@link java.util.ServiceLoader}. */
    public EngineArrays() {}

    @Override
    public long alive() {
        return alive(Engine.root());
    }

    private static long alive(NDManager scope) {
        try {
            Field resources = BaseNDManager.class.getDeclaredField("resources");
            resources.setAccessible(true);
            long alive = 0;
            for (Object resource : ((Map<?, ?>) resources.get(scope)).values()) {
                alive += resource instanceof NDManager inner ? 1 + alive(inner) : 0;
                alive += resource instanceof NDArray ? 1 : 0;
            }
            return alive;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("DJL keeps its arrays elsewhere now", e);
        }
    }
}
