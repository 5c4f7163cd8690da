package org.reconbench.reports.study;

import java.util.Locale;
import org.reconbench.core.Sha256;

/** Names made safe for files and anchors. */
public final class Slug {
    private static final int LONGEST = 80;

    private Slug() {}

    /**
     * The parts joined by hyphens, lower case, everything but letters a-z, digits, dots between digits and hyphens
     * replaced by a hyphen. A long one is cut and ends in a part of its digest.
     */
    public static String of(String... parts) {
        String joined = String.join("-", parts).toLowerCase(Locale.ROOT);
        String slug = joined.replaceAll("[^a-z0-9.]+", "-")
                .replaceAll("\\.(?![0-9])|(?<![0-9])\\.", "-")
                .replaceAll("-+", "-")
                .replaceAll("^-|-$", "");
        if (slug.isEmpty()) {
            slug = "unnamed";
        }
        if (slug.length() <= LONGEST) {
            return slug;
        }
        return slug.substring(0, LONGEST - 9) + "-" + Sha256.hexOf(joined).substring(0, 8);
    }
}
