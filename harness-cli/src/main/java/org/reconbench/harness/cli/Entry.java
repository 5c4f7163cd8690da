package org.reconbench.harness.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.reconbench.core.detector.ParamSpec;

/**
 * One thing that {@code list} and {@code describe} know.
 *
 * @param kind which list it is in
 * @param id what users write
 * @param family a group inside the list
 * @param title what reports call it
 * @param summary one sentence or two
 * @param facts further named texts, in order
 * @param items further named lists of texts, in order
 * @param params the parameters it takes
 */
record Entry(
        Kind kind,
        String id,
        String family,
        String title,
        String summary,
        Map<String, String> facts,
        Map<String, List<String>> items,
        List<ParamSpec> params) {

    /** The lists. */
    enum Kind {
        EXPERIMENTS,
        DATASETS,
        PROTOCOLS,
        DETECTORS,
        SCORES,
        METRICS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** One of them: {@code detector}. */
        String one() {
            return toString().substring(0, name().length() - 1);
        }
    }

    static Entry of(Kind kind, String id, String family, String title, String summary) {
        return new Entry(kind, id, family, title, summary, new LinkedHashMap<>(), new LinkedHashMap<>(), List.of());
    }

    Entry with(List<ParamSpec> specs) {
        return new Entry(kind, id, family, title, summary, facts, items, List.copyOf(specs));
    }

    /** Adds a named text unless it is empty. */
    Entry fact(String name, String text) {
        if (!text.isEmpty()) {
            facts.put(name, text);
        }
        return this;
    }

    /** Adds a named list. */
    Entry list(String name, List<String> texts) {
        items.put(name, List.copyOf(texts));
        return this;
    }

    /** Everything, for JSON. */
    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", id);
        map.put("kind", kind.one());
        map.put("family", family);
        map.put("title", title);
        map.put("summary", summary);
        map.putAll(facts);
        map.putAll(items);
        map.put("params", params.stream().map(Entry::paramMap).toList());
        return map;
    }

    private static Map<String, Object> paramMap(ParamSpec spec) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", spec.name());
        map.put("type", typeName(spec));
        map.put("default", spec.defaultValue());
        switch (spec.type()) {
            case INTEGER, INTEGERS -> {
                map.put("min", (long) spec.min());
                map.put("max", (long) spec.max());
            }
            case REAL -> {
                map.put("min", spec.min());
                map.put("max", spec.max());
            }
            case CHOICE -> map.put("choices", spec.choices());
            case FLAG -> {}
        }
        map.put("summary", spec.summary());
        return map;
    }

    static String typeName(ParamSpec spec) {
        return spec.type().name().toLowerCase(Locale.ROOT);
    }
}
