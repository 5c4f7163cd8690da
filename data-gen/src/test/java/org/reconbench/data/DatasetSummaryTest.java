package org.reconbench.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.reconbench.core.data.Dataset;
import org.reconbench.core.data.Labels;
import org.reconbench.core.data.Matrix;

class DatasetSummaryTest {

    @Test
    void a_table_is_described() {
        Matrix rows = Matrix.copyOf(new double[][] {{1, 5, 0.0}, {3, 5, 1}, {1, 5, -0.0}, {1, 5, 0}});
        DatasetSummary summary =
                DatasetSummary.of(Dataset.of("t", List.of("a", "b", "c"), rows, Labels.of(0, 1, 0, 0)));
        assertEquals("t", summary.name());
        assertEquals(4, summary.rows());
        assertEquals(3, summary.columns());
        assertEquals(1, summary.anomalies());
        assertEquals(0.25, summary.anomalyRate());
        assertEquals(2, summary.duplicateRows(), "-0.0 is 0.0");
        assertEquals(List.of("b"), summary.constantColumns());
        assertEquals(
                new DatasetSummary.Feature("a", 1, 3, 1.5, Math.sqrt(0.75), 2),
                summary.features().get(0));
        assertEquals(
                new DatasetSummary.Feature("b", 5, 5, 5, 0, 1),
                summary.features().get(1));
        assertEquals(2, summary.features().get(2).distinct());
        assertEquals(64, summary.sha256().length());
    }

    @Test
    void different_rows_are_no_duplicates() {
        Matrix rows = Matrix.copyOf(new double[][] {{1, 2}, {2, 1}, {0, 0}, {Double.MIN_VALUE, 0}});
        Dataset data = Dataset.of("t", List.of("a", "b"), rows, Labels.of(0, 0, 0, 0));
        assertEquals(0, DatasetSummary.of(data).duplicateRows());
    }
}
