package org.reconbench.nn.objective;

import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.reconbench.nn.net.LayerShape;

/**
 * Any loss, written as one TorchScript method {@code loss} and differentiated by the engine; {@code taped.torchscript} says
 * what it is given, what it may use and what it returns. Rows are scored at the first head's value; where the decoder gets
 * something else for it, the script says so in a method of its own, {@code code(self, mu)}.
 *
 * @param reconstruction how the output becomes xhat, and the factor of the squared error that the method is given
 * @param heads names of the heads, {@code mu} first; {@code mu, logvar} are a Gaussian code
 * @param script the method, and others that it needs
 * @param draws normal draws a row
 * @param numbers handed to the method, the same for all members
 * @param extras layers beside the network's
 * @param connections which connections there are; null for all
 * @param spread where the output's variance comes from
 * @param weighsKl whether the first schedule weighs the KL divergence
 * @param work the cost of a step in terms of the plain objective's
 */
public record Taped(
        Reconstruction reconstruction,
        List<String> heads,
        String script,
        Draws draws,
        List<Double> numbers,
        Extras extras,
        @Nullable Connections connections,
        Spread spread,
        boolean weighsKl,
        double work)
        implements Objective {
    /** The head of an autoencoder. */
    public static final List<String> CODE = List.of("mu");

    /** The heads of a Gaussian code. */
    public static final List<String> GAUSSIAN = List.of("mu", "logvar");

    static final String FIXED_SPREAD = "fixed-spread.torchscript";
    static final String PLAIN_CODE = "plain-code.torchscript";
    private static final String OWN_CODE = "def code(self";
    private static final int FIXED_SUMS = 4;

    /**
     * Normal draws a row: {@code perLatent * latent + perFeature * features}.
     *
     * @param perLatent draws for each latent unit
     * @param perFeature draws for each feature
     */
    public record Draws(int perLatent, int perFeature) {}

    /** Layers that depend on the network's widths. */
    @FunctionalInterface
    public interface Extras {
        /** The layers. */
        List<LayerShape> layers(int features, List<Integer> hidden, int latent);
    }

    /** Which of a layer's connections exist. */
    @FunctionalInterface
    public interface Connections {
        /**
         * For every weight {@code [in, out]}, row by row, whether it exists; biases always do.
         *
         * @param random the member's stream for this layer
         */
        boolean[] kept(RandomGenerator random, LayerShape layer);
    }

    /** Where the output's variance comes from: what sampled scores and the effective beta need. */
    public enum Spread {
        /** It is what the reconstruction term says. */
        FIXED,
        /** It is the mean squared error of the last epoch's rows, over features. */
        MEAN_SQUARED_ERROR,
        /** The network says it for each row and feature: the script has its own method {@code log_variance}. */
        OUTPUT
    }

    /** Copies the lists. */
    public Taped {
        heads = List.copyOf(heads);
        numbers = List.copyOf(numbers);
    }

    /** A loss without draws, numbers or layers of its own; the first schedule weighs the KL if the code is Gaussian. */
    public static Taped of(Reconstruction reconstruction, List<String> heads, String script) {
        return new Taped(
                reconstruction,
                heads,
                script,
                new Draws(0, 0),
                List.of(),
                (features, hidden, latent) -> List.of(),
                null,
                Spread.FIXED,
                heads.equals(GAUSSIAN),
                2);
    }

    /** The same with normal draws. */
    public Taped drawing(int perLatent, int perFeature) {
        Draws drawn = new Draws(perLatent, perFeature);
        return new Taped(reconstruction, heads, script, drawn, numbers, extras, connections, spread, weighsKl, work);
    }

    /** The same with numbers. */
    public Taped given(Double... values) {
        return new Taped(
                reconstruction, heads, script, draws, List.of(values), extras, connections, spread, weighsKl, work);
    }

    /** The same with layers of its own. */
    public Taped beside(Extras layers) {
        return new Taped(reconstruction, heads, script, draws, numbers, layers, connections, spread, weighsKl, work);
    }

    /** The same with some connections only. */
    public Taped connected(Connections some) {
        return new Taped(reconstruction, heads, script, draws, numbers, extras, some, spread, weighsKl, work);
    }

    /** The same with another variance of the output. */
    public Taped varying(Spread from) {
        return new Taped(reconstruction, heads, script, draws, numbers, extras, connections, from, weighsKl, work);
    }

    /** The same with a first schedule that weighs something else than the KL. */
    public Taped notWeighingKl() {
        return new Taped(reconstruction, heads, script, draws, numbers, extras, connections, spread, false, work);
    }

    /** The same at another cost: 2 is that of a plain objective differentiated by the engine. */
    public Taped costing(double plain) {
        return new Taped(reconstruction, heads, script, draws, numbers, extras, connections, spread, weighsKl, plain);
    }

    @Override
    public String script() {
        return script
                + (spread == Spread.OUTPUT ? "" : ScriptText.beside(Objective.class, FIXED_SPREAD))
                + (script.contains(OWN_CODE) ? "" : ScriptText.beside(Objective.class, PLAIN_CODE));
    }

    @Override
    public List<LayerShape> extraLayers(int features, List<Integer> hidden, int latent) {
        return extras.layers(features, hidden, latent);
    }

    @Override
    public int draws(int features, int latent) {
        return draws.perLatent() * latent + draws.perFeature() * features;
    }

    @Override
    public int sums(int latent) {
        return FIXED_SUMS + 2 * latent;
    }

    @Override
    public EpochReading read(double[] sums, long rows, double weight, int features, int latent) {
        double constant = reconstruction.constant(features);
        return new EpochReading(
                sums[0] / rows,
                sums[1] / rows + constant,
                sums[2] / rows + constant,
                sums[3] / rows,
                EpochReading.active(sums, FIXED_SUMS, rows, latent));
    }

    @Override
    public double variance(int features, double squaredError) {
        return spread == Spread.FIXED ? reconstruction.variance(features) : squaredError / features;
    }
}
