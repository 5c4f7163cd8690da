/**
 * Pictures of plots as SVG elements for a page: rectangles, paths and text, the same bytes for the same plot on every
 * machine, since no font is measured. Colours are presentation attributes, which a page's style may override for dark
 * paper. Depends on the plots only.
 */
@NullMarked
package org.reconbench.reports.svg;

import org.jspecify.annotations.NullMarked;
