package org.reconbench.nn;

import java.util.List;
import java.util.OptionalDouble;
import org.reconbench.core.data.DataProfile;
import org.reconbench.core.detector.Detector;
import org.reconbench.core.detector.DetectorCard;
import org.reconbench.core.detector.FitContext;
import org.reconbench.core.detector.FittedCohort;
import org.reconbench.core.detector.Member;
import org.reconbench.core.detector.Params;
import org.reconbench.nn.objective.Objective;
import org.reconbench.nn.objective.Reconstruction;
import org.reconbench.nn.objective.Schedule;
import org.reconbench.nn.train.CohortCost;
import org.reconbench.nn.train.CohortTrainer;
import org.reconbench.nn.train.Trainee;
import org.reconbench.nn.train.TrainingPlan;

/**
 * A detector that trains dense networks: a card, an objective, and the schedules of its weights.
 *
 * <p>A variant overrides what differs. Members of a cohort share everything but the rows, the seed, the schedules and the
 * parameters that {@link #perMember} names. Stateless, as every {@link Detector}. The number of threads in the context
 * plays no part: a cohort trains in the calling thread, and several may train side by side.
 */
public abstract class NetworkDetector implements Detector {
    private final DetectorCard card;

    /** A detector with that card; its parameters come from {@link NetworkParams#with}. */
    protected NetworkDetector(DetectorCard card) {
        this.card = card;
    }

    /**
     * What the networks minimise.
     *
     * @param reconstruction the term that the shared parameters ask for
     */
    protected abstract Objective objective(Params params, Reconstruction reconstruction);

    /** The weights of the objective for a member, the penalty's first; no weight unless overridden. */
    protected List<Schedule> schedules(Params params) {
        return List.of(Schedule.NONE);
    }

    /** Names of the parameters that enter {@link #schedules} alone, so that members of one cohort may differ in them. */
    protected String[] perMember() {
        return new String[0];
    }

    @Override
    public final DetectorCard card() {
        return card;
    }

    @Override
    public void check(Params params, DataProfile profile) {
        NetworkParams.check(params, profile);
    }

    @Override
    public Object cohortKey(Params params, DataProfile profile) {
        return params.without(perMember());
    }

    @Override
    public long memberBytes(Params params, DataProfile profile) {
        return CohortCost.memberBytes(plan(params, profile), profile.rows());
    }

    @Override
    public double cohortSeconds(Params params, DataProfile profile, int members) {
        return CohortCost.seconds(plan(params, profile), profile.rows(), members);
    }

    @Override
    public int preferredCohort(Params params, DataProfile profile) {
        return CohortCost.preferredCohort(plan(params, profile));
    }

    @Override
    public OptionalDouble effectiveBeta(Params params, DataProfile profile) {
        Objective objective = plan(params, profile).objective();
        double effective = objective.weighsKl()
                ? objective.effectiveBeta(schedules(params).get(0).target(), profile.columns(), Double.NaN)
                : Double.NaN;
        return Double.isNaN(effective) ? OptionalDouble.empty() : OptionalDouble.of(effective);
    }

    @Override
    public FittedCohort fit(List<Member> members, FitContext context) {
        TrainingPlan plan = plan(members.get(0).params(), context.profile());
        List<Trainee> trainees = members.stream()
                .map(member -> new Trainee(member.train(), schedules(member.params()), member.streams()))
                .toList();
        return new CohortTrainer().train(plan, trainees, context.monitor(), context.watch());
    }

    /** What the members of a cohort with these parameters have in common. */
    protected final TrainingPlan plan(Params params, DataProfile profile) {
        return NetworkParams.plan(params, profile, objective(params, NetworkParams.reconstruction(params, profile)));
    }
}
