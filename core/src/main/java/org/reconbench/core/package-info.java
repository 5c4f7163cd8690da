/**
 * What every module may lean on: the one exception type for user input, and identifiers. JDK only.
 *
 * <p>Sub-packages: {@code data} (matrices, labels, data sets), {@code detector} (the service interface that a detector
 * implements), {@code random} (named random streams), {@code run} (records that a run leaves behind). Everything may
 * depend on core; core depends on nothing.
 */
@NullMarked
package org.reconbench.core;

import org.jspecify.annotations.NullMarked;
