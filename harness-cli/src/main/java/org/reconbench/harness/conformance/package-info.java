/**
 * What every detector promises, as checks that run on any of them: the program's own, and plug-ins. Leans on core and, for
 * its rows, on the synthetic data; knows no engine.
 */
@NullMarked
package org.reconbench.harness.conformance;

import org.jspecify.annotations.NullMarked;
