/**
 * Claims of the seed documents as data ({@code claims.yaml}) and what a run says of them: supported, refuted,
 * inconclusive, or not measured. Knows records and statistics, nothing of pages.
 */
@NullMarked
package org.reconbench.reports.claims;

import org.jspecify.annotations.NullMarked;
