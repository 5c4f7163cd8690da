package org.reconbench.harness.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Asks a run to stop after the epoch at hand, and lets the asker wait until it has. Thread-safe. */
public final class StopSignal {
    private volatile boolean requested;
    private volatile boolean running;
    private final CountDownLatch ended = new CountDownLatch(1);

    /** Whether the run was asked to stop. */
    public boolean requested() {
        return requested;
    }

    /** Says that there is a run to wait for. */
    public void begun() {
        running = true;
    }

    /** Says that the run has written all it will write. */
    public void ended() {
        ended.countDown();
    }

    /** Asks to stop and waits; true if a run was under way and has ended in time. */
    public boolean requestAndWait(long seconds) {
        requested = true;
        if (!running || ended.getCount() == 0) {
            return false;
        }
        try {
            return ended.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
