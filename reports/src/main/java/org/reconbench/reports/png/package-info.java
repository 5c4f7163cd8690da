/**
 * Pictures of the plots, by JFreeChart under a theme of our own: white paper, thin grid, readable letters. Equal plots
 * give equal bytes on one machine with its fonts. Knows plots only, nothing of runs.
 */
@NullMarked
package org.reconbench.reports.png;

import org.jspecify.annotations.NullMarked;
