/**
 * Tables as files: the comparison table as CSV and Markdown; one measure over configurations and data sets, with marks, as CSV,
 * Markdown, LaTeX and content for JSON. What renders computes nothing.
 */
@NullMarked
package org.reconbench.reports.table;

import org.jspecify.annotations.NullMarked;
