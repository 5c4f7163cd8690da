package org.reconbench.ae;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.reconbench.core.data.DataProfile;
import org.reconbench.core.detector.EpochWatch;
import org.reconbench.core.detector.FitContext;
import org.reconbench.core.detector.FittedCohort;
import org.reconbench.core.detector.Member;
import org.reconbench.core.detector.ParamSpec;
import org.reconbench.core.detector.Params;
import org.reconbench.core.random.RandomStreams;
import org.reconbench.nn.NetworkDetector;
import org.reconbench.nn.NetworkParams;
import org.reconbench.nn.net.LayerShape;
import org.reconbench.nn.objective.DeterministicCode;
import org.reconbench.nn.objective.HandDerived;
import org.reconbench.nn.objective.Objective;
import org.reconbench.nn.objective.Reconstruction;
import org.reconbench.nn.objective.ScriptText;
import org.reconbench.nn.objective.Taped;
import org.reconbench.nn.train.CohortTrainer;
import org.reconbench.nn.train.Trainee;

/**
 * An ensemble of autoencoders with random sparse connections (RandNet, Chen et al. 2017): a row's score is the median over
 * the sub-networks.
 *
 * <p>Differs from the paper: no adaptive sampling, every batch is of the asked size; Adam for RMSprop, ReLU in all hidden
 * layers, no layer-wise pre-training; widths are asked for, not derived from the data's; errors are not scaled to unit
 * variance before the median, as the sub-networks are of one shape and see the same rows; 10 sub-networks unless asked for
 * more, the paper has 100.
 *
 * <p>Connections: of a layer's {@code in * out} as many are drawn with replacement, so that a share {@code 1 - 1/e} exists;
 * biases always do. Each sub-network minimises {@code L = mean over rows of sum_d (x - xhat)^2}. The first draws from the
 * streams of the member's seed, the others from seeds of their own: one sub-network with all connections is the plain
 * autoencoder to the bit.
 */
public final class AutoencoderEnsemble extends NetworkDetector {
    private static final String SIZE = "networks";
    private static final String CONNECTIONS = "connections";

    /** For ServiceLoader. */
    public AutoencoderEnsemble() {
        super(
                AeCards.card(
                        "ae-ensemble",
                        "AE ensemble",
                        "Autoencoders with random sparse connections; the median of their errors counts.",
                        "sum_d (x - xhat)^2, mean over the batch, for each sub-network by itself; scores are medians over them",
                        "Chen et al., Outlier Detection with Autoencoder Ensembles, 2017",
                        "No adaptive sampling, no pre-training; Adam, ReLU; widths as asked; errors not scaled to unit variance before"
                                + " the median; 10 sub-networks instead of 100.",
                        NetworkParams.with(
                                ParamSpec.integer(SIZE, 10, 1, 1000, "number of sub-networks"),
                                ParamSpec.choice(
                                        CONNECTIONS,
                                        "sampled",
                                        List.of("sampled", "all"),
                                        "sampled: in * out of each layer's, drawn with replacement; all: dense sub-networks"))));
    }

    @Override
    protected Objective objective(Params params, Reconstruction reconstruction) {
        if (params.text(CONNECTIONS).equals("all")) {
            return new HandDerived(reconstruction, new DeterministicCode());
        }
        return Taped.of(
                        reconstruction,
                        Taped.CODE,
                        ScriptText.beside(AutoencoderEnsemble.class, "sub-network.torchscript"))
                .connected(AutoencoderEnsemble::sampled);
    }

    /** Which connections come up among as many draws with replacement as there are. */
    static boolean[] sampled(RandomGenerator random, LayerShape layer) {
        boolean[] kept = new boolean[layer.in() * layer.out()];
        for (int draw = 0; draw < kept.length; draw++) {
            kept[random.nextInt(kept.length)] = true;
        }
        return kept;
    }

    @Override
    public long memberBytes(Params params, DataProfile profile) {
        return params.integer(SIZE) * super.memberBytes(params, profile);
    }

    @Override
    public double cohortSeconds(Params params, DataProfile profile, int members) {
        return super.cohortSeconds(params, profile, members * params.integer(SIZE));
    }

    @Override
    public int preferredCohort(Params params, DataProfile profile) {
        return Math.max(1, super.preferredCohort(params, profile) / params.integer(SIZE));
    }

    @Override
    public FittedCohort fit(List<Member> members, FitContext context) {
        Params params = members.get(0).params();
        int size = params.integer(SIZE);
        List<Trainee> lanes = members.stream()
                .flatMap(member -> IntStream.range(0, size)
                        .mapToObj(
                                lane -> new Trainee(member.train(), schedules(member.params()), streams(member, lane))))
                .toList();
        EpochWatch watch = context.watch();
        EpochWatch medians = watch == null ? null : new EnsembleWatch(watch, size);
        return new EnsembleCohort(
                new CohortTrainer().train(plan(params, context.profile()), lanes, context.monitor(), medians), size);
    }

    /** The streams of one sub-network; the first one's are the member's. */
    static RandomStreams streams(Member member, int lane) {
        return lane == 0
                ? member.streams()
                : new RandomStreams(
                        member.streams().stream("sub-network/" + lane).nextLong());
    }
}
