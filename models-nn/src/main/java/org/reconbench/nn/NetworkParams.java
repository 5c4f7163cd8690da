package org.reconbench.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.reconbench.core.data.DataProfile;
import org.reconbench.core.data.Scaling;
import org.reconbench.core.detector.ParamSpec;
import org.reconbench.core.detector.Params;
import org.reconbench.nn.net.NetworkShape;
import org.reconbench.nn.objective.Objective;
import org.reconbench.nn.objective.Reconstruction;
import org.reconbench.nn.objective.Reconstruction.Kind;
import org.reconbench.nn.objective.Reconstruction.Output;
import org.reconbench.nn.train.TrainingPlan;

/** The parameters that all network detectors take, and what they stand for. */
public final class NetworkParams {
    private static final String RECON = "recon";
    private static final String SIGMA = "sigma";
    private static final List<ParamSpec> SHARED = List.of(
            ParamSpec.integers(
                    "hidden",
                    List.of(64L, 32L),
                    1,
                    8192,
                    "widths of the encoder's hidden layers; the decoder mirrors them"),
            ParamSpec.integer("latent", 10, 1, 4096, "number of latent units"),
            ParamSpec.integer("epochs", 50, 1, 1_000_000, "passes over the train rows"),
            ParamSpec.integer("batch", 128, 1, 65_536, "rows of a batch; the last one of an epoch may be shorter"),
            ParamSpec.real("lr", 0.001, 1e-12, 1e6, "learning rate of Adam"),
            ParamSpec.choice(
                    RECON,
                    "sse",
                    List.of("sse", "mse", "gaussian"),
                    "reconstruction term: sum of squared errors, their mean, or a Gaussian's negative log-density"),
            ParamSpec.real(SIGMA, 1, 1e-6, 1e6, "standard deviation of the Gaussian; of no meaning for sse and mse"),
            ParamSpec.choice(
                    "output",
                    "auto",
                    List.of("auto", "sigmoid", "identity"),
                    "output function; auto is sigmoid on min-max scaled data, identity otherwise"));

    private NetworkParams() {}

    /** The shared parameters but {@code recon} and {@code sigma}, for a loss that has its own reconstruction term. */
    public static List<ParamSpec> withOwnReconstruction(ParamSpec... own) {
        List<ParamSpec> all = new ArrayList<>(SHARED);
        all.removeIf(spec -> spec.name().equals(RECON) || spec.name().equals(SIGMA));
        all.addAll(List.of(own));
        return all;
    }

    /** The shared parameters followed by a detector's own. */
    public static List<ParamSpec> with(ParamSpec... own) {
        List<ParamSpec> all = new ArrayList<>(SHARED);
        all.addAll(List.of(own));
        return all;
    }

    /**
     * Refuses an output that can never fit the data.
     *
     * @throws IllegalArgumentException if it is sigmoid and the columns have mean 0
     */
    static void check(Params params, DataProfile profile) {
        if (params.text("output").equals("sigmoid") && profile.scaling() == Scaling.Z_SCORE) {
            throw new IllegalArgumentException(
                    "output = sigmoid: gives values from 0 to 1 and can never fit z-score scaled"
                            + " data; use output = identity, or min-max scaling");
        }
    }

    /** What training needs to know, from resolved parameters. */
    static TrainingPlan plan(Params params, DataProfile profile, Objective objective) {
        List<Integer> hidden = Arrays.stream(params.integers("hidden")).boxed().toList();
        int latent = params.integer("latent");
        NetworkShape shape = new NetworkShape(
                profile.columns(),
                hidden,
                latent,
                objective.heads(),
                objective.extraLayers(profile.columns(), hidden, latent));
        return new TrainingPlan(shape, objective, params.integer("epochs"), params.integer("batch"), params.real("lr"));
    }

    /** The reconstruction term that the parameters ask for; the plain squared error for a detector with its own. */
    static Reconstruction reconstruction(Params params, DataProfile profile) {
        boolean chosen = params.has(RECON);
        return new Reconstruction(
                chosen ? Kind.valueOf(params.text(RECON).toUpperCase(Locale.ROOT)) : Kind.SSE,
                chosen ? params.real(SIGMA) : 1,
                output(params, profile));
    }

    private static Output output(Params params, DataProfile profile) {
        return switch (params.text("output")) {
            case "sigmoid" -> Output.SIGMOID;
            case "identity" -> Output.IDENTITY;
            default -> profile.scaling() == Scaling.MIN_MAX ? Output.SIGMOID : Output.IDENTITY;
        };
    }
}
