/**
 * What a detector is: its card, its parameters, how it fits a cohort of trials and how the fitted members score rows.
 *
 * <p>Implementations are found by {@link java.util.ServiceLoader} under {@code org.reconbench.core.detector.Detector}.
 */
@NullMarked
package org.reconbench.core.detector;

import org.jspecify.annotations.NullMarked;
