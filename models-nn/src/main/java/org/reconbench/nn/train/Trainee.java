package org.reconbench.nn.train;

import org.reconbench.core.data.Matrix;
import org.reconbench.core.random.RandomStreams;
import org.reconbench.nn.objective.Schedule;

/**
 * What one member of a cohort has for itself.
 *
 * @param rows scaled train rows; members with the same data hold the same object
 * @param weight of the latent term by epoch
 * @param streams its random numbers
 */
public record Trainee(Matrix rows, Schedule weight, RandomStreams streams) {}
