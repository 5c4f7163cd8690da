/**
 * A static site of runs: an index page, and the report of each run in a directory of its own. Reads stored runs, depends on the reports.
 */
@NullMarked
package org.reconbench.harness.publish;

import org.jspecify.annotations.NullMarked;
