/**
 * The run directory: the only place where stages of a run meet. Writes and reads its files, knows nothing of how trials
 * are run.
 */
@NullMarked
package org.reconbench.harness.store;

import org.jspecify.annotations.NullMarked;
