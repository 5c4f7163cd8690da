package org.reconbench.harness.store;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.data.Labels;
import org.reconbench.core.run.TrialExplanation;
import org.reconbench.data.npz.NpyArray;

/**
 * An explanation as the arrays of its file: {@code top_rows}, {@code top_origins} (int32), {@code top_labels} (int8), {@code
 * top_scores}, {@code top_squares} (float64) over the rows, {@code top_features} (int32), {@code top_residuals}, {@code
 * top_values} (float64, rows x features); {@code plane_rows} (int32), {@code plane_labels} (int8), {@code plane_points}
 * (float64, rows x 2), {@code plane_variances} (float64), {@code plane_units} (int8, 0 or 1). A part that there is not has
 * no arrays.
 */
final class ExplanationArrays {
    private ExplanationArrays() {}

    static Map<String, NpyArray> of(TrialExplanation explanation) {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        explanation.topRows().ifPresent(top -> {
            arrays.put("top_rows", integers(top.rows()));
            if (!top.origins().isEmpty()) {
                arrays.put("top_origins", integers(top.origins()));
            }
            arrays.put("top_labels", NpyArray.ofBytes(top.labels().toBytes()));
            arrays.put("top_scores", reals(top.scores()));
            arrays.put("top_squares", reals(top.squares()));
            arrays.put("top_features", integers(top.features()));
            arrays.put("top_residuals", NpyArray.ofDoubles(top.residuals()));
            arrays.put("top_values", NpyArray.ofDoubles(top.values()));
        });
        explanation.latentPlane().ifPresent(plane -> {
            arrays.put("plane_rows", integers(plane.rows()));
            arrays.put("plane_labels", NpyArray.ofBytes(plane.labels().toBytes()));
            arrays.put("plane_points", NpyArray.ofDoubles(plane.points()));
            arrays.put("plane_variances", reals(plane.variances()));
            arrays.put("plane_units", NpyArray.ofBytes(new byte[] {(byte) (plane.units() ? 1 : 0)}));
        });
        return arrays;
    }

    /**
     * What the arrays say.
     *
     * @throws IllegalArgumentException if one is missing, or does not fit the others
     */
    static TrialExplanation read(Map<String, NpyArray> arrays) {
        return new TrialExplanation(top(arrays), plane(arrays));
    }

    private static TrialExplanation.@Nullable Top top(Map<String, NpyArray> arrays) {
        if (!arrays.containsKey("top_rows")) {
            return null;
        }
        return new TrialExplanation.Top(
                integers(arrays, "top_rows"),
                arrays.containsKey("top_origins") ? integers(arrays, "top_origins") : List.of(),
                labels(arrays, "top_labels"),
                reals(arrays, "top_scores"),
                reals(arrays, "top_squares"),
                integers(arrays, "top_features"),
                array(arrays, "top_residuals").toMatrix(),
                array(arrays, "top_values").toMatrix());
    }

    private static TrialExplanation.@Nullable Plane plane(Map<String, NpyArray> arrays) {
        if (!arrays.containsKey("plane_rows")) {
            return null;
        }
        return new TrialExplanation.Plane(
                integers(arrays, "plane_rows"),
                labels(arrays, "plane_labels"),
                array(arrays, "plane_points").toMatrix(),
                reals(arrays, "plane_variances"),
                integers(arrays, "plane_units").equals(List.of(1)));
    }

    private static NpyArray array(Map<String, NpyArray> arrays, String name) {
        NpyArray array = arrays.get(name);
        if (array == null) {
            throw new IllegalArgumentException("array '" + name + "' is missing");
        }
        return array;
    }

    private static NpyArray integers(List<Integer> numbers) {
        return NpyArray.ofInts(numbers.stream().mapToInt(Integer::intValue).toArray());
    }

    private static List<Integer> integers(Map<String, NpyArray> arrays, String name) {
        return Arrays.stream(array(arrays, name).toDoubles())
                .mapToObj(value -> (int) value)
                .toList();
    }

    private static NpyArray reals(List<Double> numbers) {
        return NpyArray.ofDoubles(
                numbers.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static List<Double> reals(Map<String, NpyArray> arrays, String name) {
        return Arrays.stream(array(arrays, name).toDoubles()).boxed().toList();
    }

    private static Labels labels(Map<String, NpyArray> arrays, String name) {
        return Labels.of(
                integers(arrays, name).stream().mapToInt(Integer::intValue).toArray());
    }
}
