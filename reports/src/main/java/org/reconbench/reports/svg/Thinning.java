package org.reconbench.reports.svg;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Drops points of a line that no eye misses (Douglas and Peucker 1973): the line drawn lies within a tolerance of the line
 * given, a third of a layout unit, and has at most {@value #MOST} points; where it would have more the tolerance doubles.
 */
final class Thinning {
    static final int MOST = 200;
    private static final double TOLERANCE = 0.34;

    private Thinning() {}

    static List<double[]> of(List<double[]> points) {
        return of(points, TOLERANCE);
    }

    static List<double[]> of(List<double[]> points, double first) {
        double tolerance = first;
        List<double[]> kept = kept(points, tolerance);
        while (kept.size() > MOST) {
            tolerance *= 2;
            kept = kept(points, tolerance);
        }
        return kept;
    }

    private static List<double[]> kept(List<double[]> points, double tolerance) {
        if (points.size() < 3) {
            return points;
        }
        BitSet keep = new BitSet(points.size());
        keep.set(0);
        keep.set(points.size() - 1);
        List<int[]> open = new ArrayList<>();
        open.add(new int[] {0, points.size() - 1});
        while (!open.isEmpty()) {
            int[] part = open.remove(open.size() - 1);
            int far = farthest(points, part[0], part[1], tolerance);
            if (far > 0) {
                keep.set(far);
                open.add(new int[] {part[0], far});
                open.add(new int[] {far, part[1]});
            }
        }
        return keep.stream().mapToObj(points::get).toList();
    }

    /** The point between two that lies farthest from the line that joins them; -1 if all lie within the tolerance. */
    private static int farthest(List<double[]> points, int from, int to, double tolerance) {
        double[] a = points.get(from);
        double[] b = points.get(to);
        double length = Math.hypot(b[0] - a[0], b[1] - a[1]);
        double most = tolerance;
        int far = -1;
        for (int i = from + 1; i < to; i++) {
            double[] p = points.get(i);
            double away = length == 0
                    ? Math.hypot(p[0] - a[0], p[1] - a[1])
                    : Math.abs((b[0] - a[0]) * (a[1] - p[1]) - (a[0] - p[0]) * (b[1] - a[1])) / length;
            if (away > most) {
                most = away;
                far = i;
            }
        }
        return far;
    }
}
