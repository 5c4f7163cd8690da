package org.reconbench.reports.section;

import java.util.List;
import org.reconbench.core.run.RunInfo;
import org.reconbench.reports.document.Document;
import org.reconbench.reports.document.Element;
import org.reconbench.reports.study.Numbers;
import org.reconbench.reports.study.Study;

/** The sections in their order, and the document they make. */
public final class Sections {
    /** A new section is a new class and a line here. */
    private static final List<SectionSource> ALL = List.of(
            new SummarySection(),
            new ComparisonSection(),
            new EffectSection(),
            new SignificanceSection(),
            new DataSetsSection(),
            new TrainingSection(),
            new EpochAucSection(),
            new LatentSection(),
            new ScoreMatrixSection(),
            new LatentPlaneSection(),
            new LadderSection(),
            new GridSection(),
            new AnomalousRowsSection(),
            new CostSection(),
            new RobustnessSection(),
            new ClaimsSection(),
            new CoverageSection(),
            new DataSection(),
            new MethodSection(),
            new ReproduceSection(),
            new DownloadsSection());

    private Sections() {}

    /** The whole report of a run. */
    public static Document document(Study study) {
        RunInfo info = study.info();
        long ok = study.trials().stream().filter(trial -> trial.ok()).count();
        return new Document(
                info.name(),
                "Anomaly detectors compared on "
                        + Numbers.count(study.table().datasets().size(), "data set") + ", "
                        + Numbers.count(study.table().protocols().size(), "protocol") + ", "
                        + Numbers.count(study.table().configurations().size(), "configuration"),
                List.of(
                        new Element.Fact("Run", info.runId()),
                        new Element.Fact("Started", info.createdAt()),
                        new Element.Fact("Trials ok", ok + " of " + info.planned())),
                ALL.stream().flatMap(source -> source.of(study).stream()).toList());
    }
}
