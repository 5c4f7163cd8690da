package org.reconbench.harness.run;

/**
 * Bytes that cohorts under way may take together. A cohort waits until its estimate is free; one that needs nearly all of
 * it runs alone. Thread-safe.
 */
final class MemoryBudget {
    private final long total;
    private long free;

    MemoryBudget(long total) {
        this.total = total;
        this.free = total;
    }

    /**
     * Takes bytes, waiting until they are free.
     *
     * @return what was taken, to be given back: never more than there are in all
     */
    synchronized long take(long bytes) throws InterruptedException {
        long taken = Math.min(bytes, total);
        while (taken > free) {
            wait();
        }
        free -= taken;
        return taken;
    }

    /** Gives bytes back. */
    synchronized void give(long bytes) {
        free += bytes;
        notifyAll();
    }
}
