package org.reconbench.nn.objective;

import java.util.Arrays;
import java.util.List;
import org.reconbench.nn.net.LayerShape;

/**
 * A squared error and a latent term with their gradients written out in TorchScript.
 *
 * @param reconstruction the reconstruction term
 * @param latent the latent term
 */
public record HandDerived(Reconstruction reconstruction, LatentTerm latent) implements Objective {

    @Override
    public List<String> heads() {
        return latent.heads();
    }

    @Override
    public List<LayerShape> extraLayers(int features, List<Integer> hidden, int width) {
        return List.of();
    }

    @Override
    public int draws(int features, int width) {
        return latent.noisy() ? width : 0;
    }

    @Override
    public String script() {
        return reconstruction.script()
                + latent.script()
                + ScriptText.beside(Objective.class, Taped.FIXED_SPREAD)
                + ScriptText.beside(Objective.class, Taped.PLAIN_CODE);
    }

    @Override
    public int sums(int width) {
        return 1 + latent.sums() * width;
    }

    @Override
    public EpochReading read(double[] sums, long rows, double weight, int features, int width) {
        LatentTerm.Reading term = latent.read(Arrays.copyOfRange(sums, 1, sums.length), rows, width);
        double recon = reconstruction.factor(features) * sums[0] / rows + reconstruction.constant(features);
        return new EpochReading(sums[0] / rows, recon + weight * term.nats(), recon, term.nats(), term.activeUnits());
    }

    @Override
    public double variance(int features, double squaredError) {
        return reconstruction.variance(features);
    }

    @Override
    public boolean weighsKl() {
        return variational();
    }

    @Override
    public double work() {
        return 1;
    }
}
