package org.reconbench.nn.train;

import ai.djl.pytorch.engine.PtNDManager;

/** Runs optimiser steps on the batches of a piece; how, is the objective's. */
interface Steps {
    /**
     * Trains on every batch of the piece.
     *
     * @param passing owns what the call needs for itself
     * @param weights of the schedules in this epoch, {@code [schedules][K]}
     * @return what the steps gave, added up over the piece, {@code [K][sums]}
     */
    double[][] run(PtNDManager passing, BatchFeed.Piece piece, double[][] weights);
}
