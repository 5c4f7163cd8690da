package org.reconbench.core.detector;

/**
 * Counts native memory, for checks that all of it is freed. Found by {@link java.util.ServiceLoader}; needs a public
 * constructor without arguments. An engine that detectors run on offers one.
 */
public interface NativeArrays {

    /** How many native arrays, and scopes of such, are alive now. May start the engine. */
    long alive();
}
