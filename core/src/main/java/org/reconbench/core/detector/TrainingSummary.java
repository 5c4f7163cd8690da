package org.reconbench.core.detector;

import org.jspecify.annotations.Nullable;

/**
 * Facts of a training by steps. Losses are means over the rows of the last epoch, as seen during training.
 *
 * @param epochs epochs trained
 * @param steps optimiser steps taken
 * @param finalLoss the objective as the user set it
 * @param reconNats reconstruction term in nats against a unit-variance Gaussian: half the squared error of a row
 * @param klNats KL divergence in nats, summed over latent units; null without one
 * @param beta the user's beta at the end; null without a KL term
 * @param betaEffective the weight of the KL against the unit-variance ELBO; null without a KL term
 * @param parameters number of trained numbers
 * @param convergedEpoch first epoch, counted from 1, whose smoothed loss is within 1 % of the final one; null if the loss
 *     was not comparable over epochs
 */
public record TrainingSummary(
        int epochs,
        long steps,
        double finalLoss,
        double reconNats,
        @Nullable Double klNats,
        @Nullable Double beta,
        @Nullable Double betaEffective,
        long parameters,
        @Nullable Integer convergedEpoch) {}
