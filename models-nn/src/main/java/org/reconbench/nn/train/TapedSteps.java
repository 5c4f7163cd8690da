package org.reconbench.nn.train;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.reconbench.nn.net.NetworkShape;
import org.reconbench.nn.objective.Taped;

/** Steps of the program with the engine's automatic gradients, {@code taped.torchscript}. */
final class TapedSteps implements Steps {
    private final Networks networks;
    private final AdamState adam;
    private final PtNDArray data;
    private final PtNDArray widths;
    private final PtNDArray settings;
    private final PtNDArray mask;

    TapedSteps(
            PtNDManager scope, TrainingPlan plan, Taped objective, Networks networks, AdamState adam, PtNDArray data) {
        this.networks = networks;
        this.adam = adam;
        this.data = data;
        widths = (PtNDArray) scope.create(networks.widths());
        settings = (PtNDArray) scope.create(settings(plan, objective));
        mask = networks.array(scope, networks.mask());
    }

    private static double[] settings(TrainingPlan plan, Taped objective) {
        NetworkShape shape = plan.shape();
        boolean sigmoid = Networks.sigmoid(objective);
        DoubleStream fixed = DoubleStream.of(
                objective.draws(shape.features(), shape.latent()),
                shape.features(),
                shape.latent(),
                shape.hidden().size(),
                shape.heads().size(),
                sigmoid ? 1 : 0,
                objective.reconstruction().factor(shape.features()),
                plan.learningRate(),
                AdamState.BETA1,
                AdamState.BETA2,
                AdamState.EPSILON);
        return DoubleStream.concat(fixed, objective.numbers().stream().mapToDouble(Double::doubleValue))
                .toArray();
    }

    @Override
    public double[][] run(PtNDManager passing, BatchFeed.Piece piece, double[][] weights) {
        int k = networks.count();
        float[] knobs = new float[weights.length * k];
        for (int i = 0; i < knobs.length; i++) {
            knobs[i] = (float) weights[i / k][i % k];
        }
        PtNDArray sums = networks.script()
                .forwardTaped(
                        passing,
                        List.of(
                                List.of(networks.parameters()),
                                List.of(adam.gradients()),
                                List.of(adam.first()),
                                List.of(adam.second()),
                                List.of(adam.steps()),
                                List.of(
                                        widths,
                                        data,
                                        piece.order().array(),
                                        piece.noise().array(),
                                        (PtNDArray)
                                                networks.array(passing, knobs).reshape(weights.length, k),
                                        settings,
                                        mask)));
        double[] read = sums.toDoubleArray();
        int columns = read.length / k;
        double[][] split = new double[k][];
        for (int m = 0; m < k; m++) {
            split[m] = Arrays.copyOfRange(read, m * columns, (m + 1) * columns);
        }
        return split;
    }
}
