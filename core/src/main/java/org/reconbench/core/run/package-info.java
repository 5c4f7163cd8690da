/**
 * What a run leaves behind, as records: one {@link org.reconbench.core.run.TrialRecord} a trial, its scores and its
 * curve. The harness writes and reads them; reports and statistics work on nothing else.
 */
@NullMarked
package org.reconbench.core.run;

import org.jspecify.annotations.NullMarked;
