package org.reconbench.nn.train;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import org.reconbench.nn.net.ParameterLayout;
import org.reconbench.nn.objective.HandDerived;

/** Steps of the program with gradients written by hand, {@code derived.torchscript}. */
record DerivedSteps(TrainingPlan plan, HandDerived objective, Networks networks, AdamState adam, PtNDArray data)
        implements Steps {

    @Override
    public double[][] run(PtNDManager passing, BatchFeed.Piece piece, double[][] weights) {
        int k = networks.count();
        float[] first = new float[k];
        for (int m = 0; m < k; m++) {
            first[m] = (float) weights[0][m];
        }
        PtNDArray weight = (PtNDArray) networks.array(passing, first).reshape(k, 1, 1);
        PtNDArray sums = networks.script()
                .call(
                        passing,
                        "train",
                        new PtNDArray[] {networks.parameters()},
                        new PtNDArray[] {adam.gradients()},
                        new PtNDArray[] {adam.first()},
                        new PtNDArray[] {adam.second()},
                        new PtNDArray[] {adam.steps()},
                        networks.widths(),
                        (long) plan.shape().heads().size(),
                        data,
                        piece.order().array(),
                        piece.noise().array(),
                        weight,
                        networks.sigmoid(),
                        objective.reconstruction().factor(plan.shape().features()),
                        new double[] {plan.learningRate(), AdamState.BETA1, AdamState.BETA2, AdamState.EPSILON});
        return narrowed(sums.toDoubleArray());
    }

    /** The numbers of each member without those of added units. */
    private double[][] narrowed(double[] read) {
        int latent = plan.shape().latent();
        int wide = ParameterLayout.aligned(latent);
        double[][] sums = new double[networks.count()][objective.sums(latent)];
        int columns = read.length / sums.length;
        for (int k = 0; k < sums.length; k++) {
            sums[k][0] = read[k * columns];
            for (int j = 0; j < sums[k].length - 1; j++) {
                sums[k][1 + j] = read[k * columns + 1 + j / latent * wide + j % latent];
            }
        }
        return sums;
    }
}
