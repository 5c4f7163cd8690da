package org.reconbench.reports.plot;

import java.util.List;
import java.util.Locale;

/** The cividis colours (Nunez, Anderton, Renslow 2018), interpolated between ten of them. */
public final class Cividis {
    /** What stands where there is no value. */
    public static final String MISSING = "#EEEEEE";

    private static final int RGB = 0xFFFFFF;
    private static final int BYTE = 0xFF;
    private static final List<Integer> COLOURS =
            List.of(0x00224E, 0x123570, 0x3B496C, 0x575D6D, 0x707173, 0x8A8678, 0xA59C74, 0xC3B369, 0xE1CC55, 0xFEE838);

    private Cividis() {}

    /**
     * The colour of a place on the scale as {@code #RRGGBB}.
     *
     * @param share 0 for the darkest, 1 for the brightest; beyond the ends the end's colour
     */
    public static String colour(double share) {
        return String.format(Locale.ROOT, "#%06X", rgb(share));
    }

    /** Black or white: what is read better on that place of the scale. */
    public static String ink(double share) {
        int rgb = rgb(share);
        double light = 0.299 * (rgb >> 16 & BYTE) + 0.587 * (rgb >> 8 & BYTE) + 0.114 * (rgb & BYTE);
        return light > 120 ? "#000000" : "#FFFFFF";
    }

    private static int rgb(double share) {
        double at = Math.min(1, Math.max(0, share)) * (COLOURS.size() - 1);
        int below = Math.min((int) at, COLOURS.size() - 2);
        double part = at - below;
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = COLOURS.get(below) >> shift & BYTE;
            int b = COLOURS.get(below + 1) >> shift & BYTE;
            mixed |= (int) Math.round(a + part * (b - a)) << shift;
        }
        return mixed & RGB;
    }
}
