package org.reconbench.nn.train;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;

/**
 * What Adam (Kingma and Ba 2015) keeps.
 *
 * @param gradients the last batch's, laid out like the parameters
 * @param first moments, likewise
 * @param second moments, likewise
 * @param steps how many were taken
 */
record AdamState(PtNDArray gradients, PtNDArray first, PtNDArray second, PtNDArray steps) {
    static final double BETA1 = 0.9;
    static final double BETA2 = 0.999;
    static final double EPSILON = 1e-8;

    /** The state before the first step. */
    static AdamState of(PtNDManager scope, Networks networks) {
        Shape size = new Shape(networks.parameters().size());
        return new AdamState(
                (PtNDArray) scope.zeros(size, networks.type()),
                (PtNDArray) scope.zeros(size, networks.type()),
                (PtNDArray) scope.zeros(size, networks.type()),
                (PtNDArray) scope.zeros(new Shape(), DataType.FLOAT32));
    }
}
