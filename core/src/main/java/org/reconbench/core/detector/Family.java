package org.reconbench.core.detector;

import java.util.Locale;

/** The families that a comparison is between. */
public enum Family {
    /** Autoencoders: a deterministic code. */
    AE,
    /** Variational autoencoders: a distribution over codes. */
    VAE,
    /** Trivial and classical references. */
    REFERENCE;

    /** The id on disk: {@code ae}, {@code vae}, {@code reference}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
