/**
 * Codes of rows in two dimensions, and how far apart anomalies lie there. Pure functions; no label enters the plane itself.
 */
@NullMarked
package org.reconbench.evaluation.latent;

import org.jspecify.annotations.NullMarked;
