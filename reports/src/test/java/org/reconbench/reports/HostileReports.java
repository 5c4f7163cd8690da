package org.reconbench.reports;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Reports for tests in other packages: a usual one, and one whose names try to do harm. */
public final class HostileReports {
    private HostileReports() {}

    /** Like the built-in families experiment. */
    public static Path plain(Path directory) {
        return HtmlReport.write(FabricatedRun.families(6), directory);
    }

    /** Names that are markup, formulas, endless or invisible. */
    public static Path hostile(Path directory) {
        String script = "<script>alert(1)</script>";
        String endless = "W".repeat(300);
        FabricatedRun run = new FabricatedRun(
                "odd\"><img src=x onerror=alert(1)>",
                List.of(script, "=cmd()|' /C calc'!A0", endless),
                List.of("contaminated"),
                List.of(
                        new FabricatedRun.Config("ae" + script, "ae", FabricatedRun.params(Map.of()), 2.5, null),
                        new FabricatedRun.Config(endless, "ae", FabricatedRun.params(Map.of()), 2, null),
                        FabricatedRun.vae("=cmd()", 1, 10, 2),
                        FabricatedRun.reference("norm", 0.4)),
                2);
        return HtmlReport.write(run, directory);
    }
}
