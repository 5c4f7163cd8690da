package org.reconbench.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.detector.DetectorCard;
import org.reconbench.core.detector.FitContext;
import org.reconbench.core.detector.FitOutcome;
import org.reconbench.core.detector.FittedCohort;
import org.reconbench.core.detector.Member;

/** Members fitted one by one, each with the single score of its card. Holds no native memory. */
final class FittedReferences implements FittedCohort {
    private final String scoreId;
    private final int columns;
    private final List<RowScorer> scorers;

    private FittedReferences(String scoreId, int columns, List<RowScorer> scorers) {
        this.scoreId = scoreId;
        this.columns = columns;
        this.scorers = List.copyOf(scorers);
    }

    /**
     * Fits each member by itself.
     *
     * @throws IllegalArgumentException if there is no member, or one has no rows or columns
     */
    static FittedReferences fit(
            DetectorCard card, List<Member> members, FitContext context, Function<Member, RowScorer> fit) {
        if (members.isEmpty()) {
            throw new IllegalArgumentException("no members to fit");
        }
        List<RowScorer> scorers = new ArrayList<>();
        for (Member member : members) {
            Matrix train = member.train();
            if (train.rows() == 0 || train.columns() == 0) {
                throw new IllegalArgumentException(card.id() + " cannot be fitted on " + train);
            }
            scorers.add(fit.apply(member));
            context.monitor().epochs(scorers.size(), members.size());
        }
        return new FittedReferences(card.primaryScore(), members.get(0).train().columns(), scorers);
    }

    @Override
    public List<FitOutcome> outcomes() {
        return scorers.stream()
                .map(scorer -> (FitOutcome) FitOutcome.Fitted.plain())
                .toList();
    }

    @Override
    public Map<String, double[]> score(int member, Matrix rows, Collection<String> scores) {
        return score(member, rows, scores, scorer -> scorer.score(rows));
    }

    @Override
    public Map<String, double[]> scoreTrain(int member, Matrix train, Collection<String> scores) {
        return score(member, train, scores, scorer -> scorer.scoreTrain(train));
    }

    private Map<String, double[]> score(
            int member, Matrix rows, Collection<String> scores, Function<RowScorer, double[]> by) {
        RowScorer scorer = scorer(member, rows);
        Map<String, double[]> result = new LinkedHashMap<>();
        for (String id : scores) {
            if (!id.equals(scoreId)) {
                throw new IllegalArgumentException("no score '" + id + "'; there is " + scoreId);
            }
            result.put(id, by.apply(scorer));
        }
        return result;
    }

    private RowScorer scorer(int member, Matrix rows) {
        if (member < 0 || member >= scorers.size()) {
            throw new IllegalArgumentException("member = " + member + ": must be from 0 to " + (scorers.size() - 1));
        }
        if (rows.columns() != columns) {
            throw new IllegalArgumentException(
                    "rows have " + rows.columns() + " columns, the train rows had " + columns);
        }
        return scorers.get(member);
    }

    @Override
    public Optional<Matrix> residuals(int member, Matrix rows) {
        return scorer(member, rows).residuals(rows);
    }

    @Override
    public Optional<Matrix> codes(int member, Matrix rows) {
        return scorer(member, rows).codes(rows);
    }

    @Override
    public void close() {
        // Plain arrays: nothing to free.
    }
}
