package org.reconbench.harness.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import org.reconbench.core.detector.DetectorCard;
import org.reconbench.core.detector.Params;
import org.reconbench.harness.store.Json;

/**
 * Content-addressed ids: the first 16 hex digits of SHA-256 over canonical JSON. What does not change a trial's numbers -
 * paths, host, threads, limits, metrics, thresholds - is no part of them; a changed default is.
 */
public final class TrialIds {
    private TrialIds() {}

    /** Over data fingerprint, protocol, detector name and version, resolved parameters and seed. */
    static String trial(String sha256, ProtocolChoice protocol, DetectorChoice detector, long seed) {
        Map<String, Object> content = configuration(detector.detector().card(), detector.params());
        content.put("dataset", sha256);
        content.put("protocol", Map.of("name", protocol.id(), "params", nested(protocol.params())));
        content.put("seed", seed);
        return Json.id(content);
    }

    /** Over detector name and version and resolved parameters. */
    static String config(DetectorCard card, Params params) {
        return Json.id(configuration(card, params));
    }

    private static Map<String, Object> configuration(DetectorCard card, Params params) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("detector", Map.of("name", card.id(), "version", card.version()));
        content.put("params", nested(params));
        return content;
    }

    /** Parameters as records store them: dotted names taken apart into nested maps. */
    public static Map<String, Object> nested(Params params) {
        Map<String, Object> nested = new LinkedHashMap<>();
        params.asMap().forEach((name, value) -> put(nested, name, value));
        return nested;
    }

    private static void put(Map<String, Object> target, String name, Object value) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            target.put(name, value);
            return;
        }
        Object inner = target.computeIfAbsent(name.substring(0, dot), key -> new LinkedHashMap<String, Object>());
        @SuppressWarnings("unchecked")
        Map<String, Object> map = (Map<String, Object>) inner;
        put(map, name.substring(dot + 1), value);
    }
}
