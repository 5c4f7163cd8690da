package org.reconbench.ae;

import java.util.ArrayList;
import java.util.List;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.detector.EpochWatch;

/**
 * Passes on the medians of sub-networks' scores. Lanes report one after the other within an epoch; a member of which one
 * has diverged is reported no more.
 */
final class EnsembleWatch implements EpochWatch {
    private final EpochWatch members;
    private final int size;
    private final List<double[]> collected = new ArrayList<>();
    private int collecting = -1;
    private int at;

    /**
     * A watch of lanes for one of members.
     *
     * @param size sub-networks of a member
     */
    EnsembleWatch(EpochWatch members, int size) {
        this.members = members;
        this.size = size;
    }

    @Override
    public String score() {
        return members.score();
    }

    @Override
    public Matrix rows(int lane) {
        return members.rows(lane / size);
    }

    @Override
    public void scored(int lane, int epoch, double[] scores) {
        int member = lane / size;
        if (member != collecting || epoch != at) {
            collected.clear();
            collecting = member;
            at = epoch;
        }
        collected.add(scores.clone());
        if (collected.size() == size) {
            members.scored(member, epoch, EnsembleCohort.medians(collected));
        }
    }
}
