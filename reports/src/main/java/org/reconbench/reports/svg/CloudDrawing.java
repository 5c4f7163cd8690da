package org.reconbench.reports.svg;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.reconbench.reports.plot.CloudPlot;
import org.reconbench.reports.plot.Marker;

/**
 * Draws the points of a group as one path. Places are rounded to half a layout unit, and what falls on a taken place is not
 * drawn again: the path stays short, and a crowd does not run into a blot.
 */
final class CloudDrawing {
    private static final double DOT = 3.2;
    private static final int HALVES = 2;

    private CloudDrawing() {}

    private record Place(long x, long y) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int first = Long.compare(x, other.x);
            return first == 0 ? Long.compare(y, other.y) : first;
        }
    }

    static Frame draw(CloudPlot plot) {
        Key key = new Key();
        plot.clouds().forEach(cloud -> key.add(cloud.name(), cloud.look(), Key.Sign.MARKER));
        Frame frame =
                Frame.draw(plot, plot.x(), plot.y(), all(plot, CloudPlot.Point::x), all(plot, CloudPlot.Point::y), key);
        for (CloudPlot.Cloud cloud : plot.clouds()) {
            SortedSet<Place> places = new TreeSet<>();
            for (CloudPlot.Point point : cloud.points()) {
                double x = frame.x().at(point.x());
                double y = frame.y().at(point.y());
                if (Double.isFinite(x) && Double.isFinite(y)) {
                    places.add(new Place(Math.round(x * HALVES), Math.round(y * HALVES)));
                }
            }
            String colour = cloud.look().colour();
            if (cloud.look().marker() == Marker.CIRCLE) {
                String stroke = " fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"" + Pen.number(DOT)
                        + "\" stroke-linecap=\"round\" stroke-opacity=\".6\"";
                frame.pen().path(dots(places), stroke);
            } else {
                frame.pen()
                        .path(markers(places, cloud.look().marker()), Pen.fill(cloud.look()) + " fill-opacity=\".85\"");
            }
        }
        return frame;
    }

    private static DoubleStream all(CloudPlot plot, ToDoubleFunction<CloudPlot.Point> place) {
        return plot.clouds().stream()
                .flatMapToDouble(cloud -> cloud.points().stream().mapToDouble(place));
    }

    /** Lines of no length, which round caps make dots. */
    private static String dots(Iterable<Place> places) {
        StringBuilder data = new StringBuilder();
        long x = 0;
        long y = 0;
        for (Place place : places) {
            String down = number(place.y() - y);
            data.append(data.length() == 0 ? 'M' : 'm').append(number(place.x() - x));
            data.append(down.startsWith("-") ? "" : " ").append(down).append("h0");
            x = place.x();
            y = place.y();
        }
        return data.toString();
    }

    private static String markers(Iterable<Place> places, Marker marker) {
        StringBuilder data = new StringBuilder();
        for (Place place : places) {
            data.append(Pen.marker(marker, (double) place.x() / HALVES, (double) place.y() / HALVES));
        }
        return data.toString();
    }

    private static String number(long halves) {
        return Pen.number((double) halves / HALVES);
    }
}
