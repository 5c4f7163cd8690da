/**
 * A run as sections see it: its comparison table, the look of each configuration, its curves and scores, how numbers are
 * written. All computing on results is here, in evaluation, or in a section; nothing here knows how a page looks.
 */
@NullMarked
package org.reconbench.reports.study;

import org.jspecify.annotations.NullMarked;
