/**
 * What a figure shows, as values: every number final, nothing about how it is drawn. A renderer (today PNG by JFreeChart)
 * turns a {@link org.reconbench.reports.plot.Plot} into a picture; the same values can become a table. JDK only.
 */
@NullMarked
package org.reconbench.reports.plot;

import org.jspecify.annotations.NullMarked;
