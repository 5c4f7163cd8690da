package org.reconbench.nn.train;

import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.reconbench.core.data.Matrix;
import org.reconbench.nn.engine.Engine;
import org.reconbench.nn.net.ParameterLayout;

/** The distinct train sets of a cohort under each other, in native memory once. */
final class StackedRows {
    private static final int COPIED_NUMBERS = 1 << 20;

    private final PtNDArray array;
    private final long[] offsets;

    private StackedRows(PtNDArray array, long[] offsets) {
        this.array = array;
        this.offsets = offsets;
    }

    /** {@code [sets * rows, columns]}. */
    PtNDArray array() {
        return array;
    }

    /** The first row of each member's set. */
    long[] offsets() {
        return offsets;
    }

    /** Stacks the sets; the same object counts once. */
    static StackedRows of(PtNDManager scope, Networks networks, List<Matrix> members) {
        int rows = members.get(0).rows();
        int columns = members.get(0).columns();
        IdentityHashMap<Matrix, Integer> place = new IdentityHashMap<>();
        List<Matrix> distinct = new ArrayList<>();
        long[] offsets = new long[members.size()];
        for (int k = 0; k < offsets.length; k++) {
            Matrix set = members.get(k);
            if (set.rows() != rows || set.columns() != columns) {
                throw new IllegalArgumentException("member " + k + " has a " + set + ", member 0 a " + members.get(0));
            }
            if (place.putIfAbsent(set, distinct.size()) == null) {
                distinct.add(set);
            }
            offsets[k] = (long) place.get(set) * rows;
        }
        Shape shape = new Shape((long) distinct.size() * rows, ParameterLayout.aligned(columns));
        PtNDArray array = (PtNDArray) scope.zeros(shape, networks.type());
        for (int s = 0; s < distinct.size(); s++) {
            copy(networks, distinct.get(s), array, (long) s * rows);
        }
        return new StackedRows(array, offsets);
    }

    private static void copy(Networks networks, Matrix set, PtNDArray array, long at) {
        int step = Math.max(1, COPIED_NUMBERS / set.columns());
        for (int from = 0; from < set.rows(); from += step) {
            int to = Math.min(set.rows(), from + step);
            try (PtNDManager passing = Engine.open()) {
                PtNDArray part = networks.rows(passing, set, from, to, to - from);
                networks.script().call(passing, "place", array, at + from, part);
            }
        }
    }
}
