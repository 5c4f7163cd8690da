package org.reconbench.nn.engine;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;

/**
 * The one place where the engine is set up: offline, without telemetry, with a fixed number of threads.
 *
 * <p>The system property {@value #THREADS} gives the threads of a single tensor operation, 1 unless set: cohorts run side
 * by side in Java threads instead, each with its own scope. It is read once, when the first scope opens.
 */
public final class Engine {
    /** System property: threads of one tensor operation. */
    public static final String THREADS = "reconbench.threads";

    private Engine() {}

    /**
     * Opens a scope of native memory on the CPU; whoever opens it closes it. Starts the engine on first use. May be called
     * from any thread.
     */
    public static PtNDManager open() {
        return (PtNDManager) Started.root().newSubManager(Device.cpu());
    }

    /** The scope that holds all scopes opened here; for tests of what is freed. */
    static NDManager root() {
        return Started.root();
    }

    /** Loads the engine when first touched; the class loader sees to it that this happens once. */
    private static final class Started {
        private static final NDManager ROOT = start();

        static NDManager root() {
            return ROOT;
        }

        private static NDManager start() {
            System.setProperty("OPT_OUT_TRACKING", "true");
            System.setProperty("ai.djl.offline", "true");
            int threads = Integer.getInteger(THREADS, 1);
            System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(threads));
            System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
            NDManager root = NDManager.newBaseManager(Device.cpu(), "PyTorch");
            JniUtils.setNumThreads(threads);
            return root;
        }
    }
}
