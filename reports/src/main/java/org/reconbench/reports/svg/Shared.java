package org.reconbench.reports.svg;

import java.util.HashMap;
import java.util.Map;

/** Long paths that stand in several pictures of one page: written once, used again by reference. */
final class Shared {
    private static final int WORTH = 300;

    private final Map<String, String> ids = new HashMap<>();

    String path(String data, String attributes) {
        if (data.length() < WORTH) {
            return "<path d=\"" + data + "\"" + attributes + "/>";
        }
        String known = ids.get(data + attributes);
        if (known != null) {
            return "<use href=\"#" + known + "\"/>";
        }
        String id = "path-" + (ids.size() + 1);
        ids.put(data + attributes, id);
        return "<path id=\"" + id + "\" d=\"" + data + "\"" + attributes + "/>";
    }
}
