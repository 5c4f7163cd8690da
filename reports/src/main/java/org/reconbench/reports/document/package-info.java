/**
 * The report as a document: sections of paragraphs, tables and figures, all numbers final and all text plain. Renderers
 * (HTML, CSV, Markdown) read it and compute nothing. Depends on the plots only.
 */
@NullMarked
package org.reconbench.reports.document;

import org.jspecify.annotations.NullMarked;
