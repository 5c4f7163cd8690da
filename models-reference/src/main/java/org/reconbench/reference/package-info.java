/**
 * Trivial and classical references: what a network has to beat. One class a detector, registered under {@code
 * META-INF/services}. Depends on core and Commons Math alone; single-threaded plain Java throughout.
 */
@NullMarked
package org.reconbench.reference;

import org.jspecify.annotations.NullMarked;
