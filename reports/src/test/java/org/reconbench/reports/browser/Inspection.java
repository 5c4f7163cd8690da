package org.reconbench.reports.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Looks at the page that a browser shows, through {@code inspection.js}. Every list is empty where all is well. */
public final class Inspection {
    private final Browser browser;
    private final String script;

    public Inspection(Browser browser) throws IOException {
        this.browser = browser;
        try (InputStream file = Objects.requireNonNull(Inspection.class.getResourceAsStream("inspection.js"))) {
            this.script = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Opens every folded part. */
    public void unfold() throws Exception {
        ask("unfold()");
    }

    /** What reaches past the right edge, or hides words, or has no size; the viewport must be that wide. */
    public List<String> misfits(int width) throws Exception {
        List<String> all = new ArrayList<>();
        all.addAll(named("too wide: ", ask("overflow(" + width + ")")));
        all.addAll(named("clipped: ", ask("clipped()")));
        all.addAll(named("figure without size: ", ask("flat()")));
        all.addAll(named("words that leave their picture: ", ask("cutWords()")));
        return all;
    }

    /** Text that stands out too little from what is behind it, in the colours shown now. */
    public List<String> weakText() throws Exception {
        return words(ask("weak()"));
    }

    /** Links within the page that lead nowhere. */
    public List<String> deadLinks() throws Exception {
        return words(ask("dead()"));
    }

    /** The addresses of links that leave the page. */
    public List<String> linksAway() throws Exception {
        return words(ask("away()"));
    }

    /** Marks every figure for {@link PrintedPages}; the number of figures and of panels. */
    int[] mark() throws Exception {
        JsonNode counts = ask("mark()");
        return new int[] {counts.path(0).asInt(), counts.path(1).asInt()};
    }

    private JsonNode ask(String call) throws Exception {
        return browser.evaluate(script.strip() + "." + call);
    }

    private static List<String> named(String kind, JsonNode found) {
        return words(found).stream().map(kind::concat).toList();
    }

    private static List<String> words(JsonNode array) {
        List<String> words = new ArrayList<>();
        array.forEach(each -> words.add(each.asText()));
        return words;
    }
}
