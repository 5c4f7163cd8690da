package org.reconbench.vae;

import org.reconbench.nn.objective.Schedule;

/**
 * Cyclical annealing (Fu et al. 2019): the weight climbs from 0 to its target again and again.
 *
 * <p>Differs from the paper: by epoch, not by step; and the last epoch weighs the target wherever its cycle stands, so that
 * no network is judged at a moving weight.
 *
 * <p>With {@code t = frac(epoch * cycles / epochs)}, the position in the cycle from 0 up to 1, the weight is
 * {@code target * min(1, t / ramp)}: a climb in equal steps over that share of the cycle, then the target.
 *
 * @param target the weight after each climb
 * @param cycles how often it climbs
 * @param ramp the share of a cycle that the climb takes, 0 to 1; 0 is no climb
 */
record Cyclical(double target, int cycles, double ramp) implements Schedule {

    /** Checks target, cycles and ramp. */
    Cyclical {
        if (!(target >= 0) || cycles < 1 || !(ramp >= 0 && ramp <= 1)) {
            throw new IllegalArgumentException("target = " + target + ", cycles = " + cycles + ", ramp = " + ramp
                    + ": the target must be 0 or more, cycles 1 or more, the ramp from 0 to 1");
        }
    }

    @Override
    public double weight(int epoch, int epochs) {
        double t = (long) epoch * cycles % epochs / (double) epochs;
        return epoch == epochs - 1 || t >= ramp ? target : target * t / ramp;
    }
}
