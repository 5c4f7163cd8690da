package org.reconbench.reports;

import java.util.List;
import java.util.Map;
import org.reconbench.core.run.TrialRecord;

/** Records of a fabricated run, for tests in other packages. */
public final class FabricatedTrials {
    private FabricatedTrials() {}

    /** An autoencoder and a VAE on one data set, each with its separation of the classes. */
    public static List<TrialRecord> of(int seeds, double ae, double vae) {
        return new FabricatedRun(
                        "two",
                        List.of("d"),
                        List.of("contaminated"),
                        List.of(
                                new FabricatedRun.Config("ae", "ae", FabricatedRun.params(Map.of()), ae, null),
                                FabricatedRun.vae("vae", 1, 10, vae)),
                        seeds)
                .trials();
    }
}
