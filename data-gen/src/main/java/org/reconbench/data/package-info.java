/**
 * Where data comes from and how it is divided: the catalogue of synthetic sets, the readers and writers of files, and
 * the protocols that make train and test rows of a data set.
 *
 * <p>The sub-packages know nothing of this one: {@code numpy} (the legacy random generator), {@code synthetic} (clouds of
 * points), {@code scale}, {@code split} and {@code npz}. The harness uses this package and {@code npz}.
 */
@NullMarked
package org.reconbench.data;

import org.jspecify.annotations.NullMarked;
