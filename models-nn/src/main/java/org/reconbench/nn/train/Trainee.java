package org.reconbench.nn.train;

import java.util.List;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.random.RandomStreams;
import org.reconbench.nn.objective.Schedule;

/**
 * What one member of a cohort has for itself.
 *
 * @param rows scaled train rows; members with the same data hold the same object
 * @param schedules of the objective's weights by epoch, the penalty's first; members of a cohort have equally many
 * @param streams its random numbers
 */
public record Trainee(Matrix rows, List<Schedule> schedules, RandomStreams streams) {

    /** Checks that there is a schedule, and copies. */
    public Trainee {
        schedules = List.copyOf(schedules);
        if (schedules.isEmpty()) {
            throw new IllegalArgumentException("schedules is empty: the first one weighs the penalty");
        }
    }

    /** The penalty's weight by epoch. */
    public Schedule weight() {
        return schedules.get(0);
    }
}
