/** The comparison table as files: CSV for programs, Markdown for people. */
@NullMarked
package org.reconbench.reports.table;

import org.jspecify.annotations.NullMarked;
