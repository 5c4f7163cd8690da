package org.reconbench.nn.objective;

import java.util.List;

/** The code of an autoencoder: the only head itself, at no cost. */
public record DeterministicCode() implements LatentTerm {
    @Override
    public List<String> heads() {
        return List.of("mu");
    }

    @Override
    public boolean noisy() {
        return false;
    }

    @Override
    public String script() {
        return ScriptText.beside(DeterministicCode.class, "deterministic-code.torchscript");
    }

    @Override
    public int sums() {
        return 0;
    }

    @Override
    public Reading read(double[] sums, long rows, int latent) {
        return new Reading(0, latent);
    }
}
