/**
 * The command line: one class a verb, one place for errors and exit codes.
 *
 * <p>Nothing depends on this package. It alone writes to the terminal, through {@link
 * org.reconbench.harness.cli.Console}; stdout carries results, stderr progress, logs and errors.
 */
@NullMarked
package org.reconbench.harness.cli;

import org.jspecify.annotations.NullMarked;
