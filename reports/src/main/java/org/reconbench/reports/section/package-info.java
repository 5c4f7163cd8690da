/**
 * The sections of a report, one class each; {@link org.reconbench.reports.section.Sections} lists them in order. A
 * section reads the study and gives headings, text, tables and plots with all numbers final.
 */
@NullMarked
package org.reconbench.reports.section;

import org.jspecify.annotations.NullMarked;
