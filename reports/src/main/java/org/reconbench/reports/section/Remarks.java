package org.reconbench.reports.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.evaluation.table.Block;
import org.reconbench.evaluation.table.Cell;
import org.reconbench.evaluation.table.Measure;
import org.reconbench.evaluation.table.Note;
import org.reconbench.evaluation.table.Row;
import org.reconbench.reports.document.Table;
import org.reconbench.reports.study.Study;

/** What a row's Notes column says, derived from data alone, each remark with the section that shows the evidence. */
final class Remarks {
    private static final double EQUAL = 1e-12;
    /** A deviation of the deciding measure over seeds above this is unstable, one below {@link #STEADY} stable. */
    private static final double UNSTEADY = 0.1;

    private static final double STEADY = 0.02;
    /** Fewer seeds say nothing about stability. */
    private static final int SEEDS = 3;
    /** A KL share of the loss above this dominates it. */
    private static final double DOMINATED = 0.5;
    /** How far recall must fall below that of the best configuration to be called dropped. */
    private static final double DROP = 0.1;

    private Remarks() {}

    static List<Table.Remark> of(Study study, Block block, Row row) {
        String here = Folded.anchor(study, block, "block", "datasets");
        List<Table.Remark> remarks = new ArrayList<>();
        row.notes().forEach(note -> remarks.add(new Table.Remark(note.text(), evidence(study, note.kind(), here))));
        Double sd = row.cell(study.measure()).sd();
        if (sd != null && row.cell(study.measure()).n() >= SEEDS) {
            if (sd > UNSTEADY) {
                remarks.add(new Table.Remark("unstable over seeds", here));
            } else if (sd < STEADY) {
                remarks.add(new Table.Remark("stable", here));
            }
        }
        Double share = klShare(row);
        if (share != null && share > DOMINATED) {
            remarks.add(new Table.Remark("KL-dominated", "latent"));
        }
        if (best(block, row, Measure.PRECISION)) {
            remarks.add(new Table.Remark("best precision", here));
        }
        if (dropsRecall(study, block, row)) {
            remarks.add(new Table.Remark("drops recall", here));
        }
        return remarks;
    }

    /** Over several data sets the effects are those of all: what holds for one is shown with that data set. */
    private static String evidence(Study study, Note.Kind kind, String here) {
        return switch (kind) {
            case DIVERGED, FAILED -> "coverage";
            case BEST, NOT_ABOVE_NORM -> study.table().datasets().size() == 1 ? "effects" : here;
            case COLLAPSED, NO_ACTIVE_UNITS -> "latent";
            case FAST, SLOW -> "cost";
        };
    }

    private static @Nullable Double klShare(Row row) {
        var shares = row.trials().stream()
                .filter(TrialRecord::ok)
                .map(TrialRecord::diagnostics)
                .filter(Objects::nonNull)
                .map(TrialRecord.Diagnostics::klShare)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .average();
        return shares.isPresent() ? shares.getAsDouble() : null;
    }

    private static boolean best(Block block, Row row, Measure measure) {
        Double mine = row.cell(measure).mean();
        if (mine == null || block.rows().size() < 2) {
            return false;
        }
        return block.rows().stream().allMatch(other -> {
            Double mean = other.cell(measure).mean();
            return other.equals(row) || mean == null || mean < mine - EQUAL;
        });
    }

    /** Recall falls clearly below that of the best configuration while precision does not. */
    private static boolean dropsRecall(Study study, Block block, Row row) {
        Row best = study.byQuality(block.rows()).get(0);
        Cell recall = row.cell(Measure.RECALL);
        Double mine = recall.mean();
        Double top = best.cell(Measure.RECALL).mean();
        Double precision = row.cell(Measure.PRECISION).mean();
        Double topPrecision = best.cell(Measure.PRECISION).mean();
        return row.network()
                && mine != null
                && top != null
                && precision != null
                && topPrecision != null
                && mine < top - DROP
                && precision >= topPrecision - DROP / 2;
    }
}
