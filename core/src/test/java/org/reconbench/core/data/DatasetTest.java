package org.reconbench.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class DatasetTest {
    private static final Matrix ROWS = Matrix.copyOf(new double[][] {{1, 2}, {3, 4}, {5, -0.5}});

    @Test
    void the_fingerprint_is_of_the_content_not_of_names() {
        Dataset one = Dataset.of("one", List.of("a", "b"), ROWS, Labels.of(0, 1, 0));
        Dataset renamed = Dataset.of("two", List.of("c", "d"), ROWS, Labels.of(0, 1, 0));
        Dataset relabelled = Dataset.of("one", List.of("a", "b"), ROWS, Labels.of(0, 0, 1));
        // sha256 of "reconbench.dataset/1 3x2\n", six little-endian doubles, three bytes; computed with Python's
        // hashlib.
        assertEquals("b80cadc099783af26fb749de8e939a8e44ce50e21c5aee0ca3a5f168c5e12a2b", one.sha256());
        assertEquals(one.sha256(), renamed.sha256());
        assertNotEquals(one.sha256(), relabelled.sha256());
    }

    @Test
    void the_shape_is_part_of_the_fingerprint() {
        double[] values = {1, 2, 3, 4};
        Dataset wide = Dataset.of("x", List.of("a", "b", "c", "d"), Matrix.wrap(1, 4, values.clone()), Labels.of(0));
        Dataset tall = Dataset.of("x", List.of("a"), Matrix.wrap(4, 1, values.clone()), Labels.of(0, 0, 0, 0));
        assertNotEquals(wide.sha256(), tall.sha256());
    }

    @Test
    void parts_that_do_not_fit_are_refused() {
        Labels three = Labels.of(0, 1, 0);
        assertThrows(IllegalArgumentException.class, () -> Dataset.of("x", List.of("a"), ROWS, three));
        assertThrows(IllegalArgumentException.class, () -> Dataset.of("x", List.of("a", "b"), ROWS, Labels.of(0)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new TrainTest(ROWS, three, Matrix.wrap(1, 1, new double[1]), Labels.of(0)));
        assertThrows(IllegalArgumentException.class, () -> new TrainTest(ROWS, Labels.of(0), ROWS, three));
    }

    @Test
    void a_matrix_gives_copies_only() {
        double[] row = ROWS.row(0);
        row[0] = 99;
        ROWS.toArray()[0] = 99;
        assertEquals(1, ROWS.get(0, 0));
        assertArrayEquals(new double[] {2, 4, -0.5}, ROWS.column(1));
        assertEquals(Matrix.copyOf(new double[][] {{5, -0.5}, {1, 2}, {1, 2}}), ROWS.selectRows(new int[] {2, 0, 0}));
        assertArrayEquals(new double[] {5, 25, 25.25}, ROWS.squaredRowNorms());
        float[] floats = new float[5];
        ROWS.copyFloats(1, 3, floats, 1);
        assertArrayEquals(new float[] {0, 3, 4, 5, -0.5f}, floats);
    }

    @Test
    void a_matrix_refuses_what_does_not_fit() {
        assertThrows(IllegalArgumentException.class, () -> Matrix.wrap(2, 2, new double[3]));
        assertThrows(IllegalArgumentException.class, () -> Matrix.copyOf(new double[][] {{1}, {1, 2}}));
        assertThrows(IndexOutOfBoundsException.class, () -> ROWS.get(0, 2));
        assertThrows(IndexOutOfBoundsException.class, () -> ROWS.row(3));
        assertThrows(IndexOutOfBoundsException.class, () -> ROWS.selectRows(new int[] {3}));
    }

    @Test
    void labels_count_and_select() {
        Labels labels = Labels.of(0, 1, 1, 0, 0);
        assertEquals(2, labels.anomalies());
        assertEquals(3, labels.normals());
        assertEquals(0.4, labels.anomalyRate());
        assertArrayEquals(new int[] {1, 2}, labels.rowsWhere(true));
        assertArrayEquals(new int[] {0, 3, 4}, labels.rowsWhere(false));
        assertEquals(Labels.of(1, 0), labels.select(new int[] {2, 3}));
        assertEquals(0, Labels.of().anomalyRate());
        assertThrows(IllegalArgumentException.class, () -> Labels.of(0, 2));
        assertTrue(labels.isAnomaly(1));
    }
}
