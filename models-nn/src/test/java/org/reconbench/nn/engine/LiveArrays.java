package org.reconbench.nn.engine;

import ai.djl.ndarray.BaseNDManager;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.lang.reflect.Field;
import java.util.Map;

/** Counts what is alive below the engine's root scope: arrays and scopes, however deep. */
public final class LiveArrays {
    private LiveArrays() {}

    /** The number of arrays and scopes alive. */
    public static int count() {
        return count(Engine.root());
    }

    private static int count(NDManager scope) {
        try {
            Field resources = BaseNDManager.class.getDeclaredField("resources");
            resources.setAccessible(true);
            int alive = 0;
            for (Object resource : ((Map<?, ?>) resources.get(scope)).values()) {
                alive += resource instanceof NDManager inner ? 1 + count(inner) : 0;
                alive += resource instanceof NDArray ? 1 : 0;
            }
            return alive;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("DJL keeps its arrays elsewhere now", e);
        }
    }
}
