/**
 * Turns a stored run into a report: {@link org.reconbench.reports.HtmlReport}. A run becomes a study (trials by data set,
 * protocol and configuration), the study becomes a document (sections, all numbers final), the document becomes files.
 */
@NullMarked
package org.reconbench.reports;

import org.jspecify.annotations.NullMarked;
