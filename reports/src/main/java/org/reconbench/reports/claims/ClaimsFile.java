package org.reconbench.reports.claims;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the claims that the program carries. */
public final class ClaimsFile {
    private static final Set<String> EFFECT =
            Set.of("kind", "measure", "first", "second", "matched", "expect", "target", "tolerance", "limit");

    private ClaimsFile() {}

    /** The claims of {@code claims.yaml}, in its order. */
    public static List<Claim> read() {
        try (InputStream in = ClaimsFile.class.getResourceAsStream("claims.yaml")) {
            if (in == null) {
                throw new IllegalStateException("resource claims.yaml is missing from the program");
            }
            return parse(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("resource claims.yaml could not be read", e);
        }
    }

    /**
     * Claims from YAML.
     *
     * @throws IllegalArgumentException if a key is unknown or missing, or a measure or kind does not exist
     */
    static List<Claim> parse(String yaml) {
        Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        return list(root, "claims").stream().map(ClaimsFile::claim).toList();
    }

    private static Claim claim(Object node) {
        Map<?, ?> map = map(node, "a claim");
        return new Claim(
                text(map, "id"),
                text(map, "statement"),
                text(map, "source"),
                list(map.get("effects"), "effects").stream()
                        .map(ClaimsFile::effect)
                        .toList());
    }

    private static Claim.Effect effect(Object node) {
        Map<?, ?> map = map(node, "an effect");
        map.keySet().forEach(key -> {
            if (!EFFECT.contains(String.valueOf(key))) {
                throw new IllegalArgumentException("effect: unknown key '" + key + "', allowed are " + EFFECT);
            }
        });
        String measure = text(map, "measure");
        Quantity.of(measure);
        Object second = map.get("second");
        Object matched = map.get("matched");
        Object expect = map.get("expect");
        return new Claim.Effect(
                Claim.Kind.valueOf(text(map, "kind").toUpperCase(Locale.ROOT)),
                measure,
                selection(map.get("first")),
                second == null ? Map.of() : selection(second),
                matched == null ? null : matched.toString(),
                !"less".equals(expect),
                number(map.get("target"), number(map.get("limit"), 0)),
                number(map.get("tolerance"), 0));
    }

    private static Map<String, String> selection(@Nullable Object node) {
        Map<String, String> selection = new TreeMap<>();
        map(node, "a selection").forEach((key, value) -> selection.put(String.valueOf(key), String.valueOf(value)));
        return selection;
    }

    private static double number(@Nullable Object node, double otherwise) {
        return node instanceof Number number ? number.doubleValue() : otherwise;
    }

    private static String text(Map<?, ?> map, String key) {
        Object value = map.get(key);
        if (value == null) {
            throw new IllegalArgumentException("claims: '" + key + "' is missing in " + map);
        }
        return value.toString();
    }

    private static Map<?, ?> map(@Nullable Object node, String what) {
        if (node instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException(what + " must be a map: " + node);
    }

    private static List<Object> list(@Nullable Object node, String what) {
        if (node instanceof List<?> list) {
            List<Object> nodes = new ArrayList<>();
            list.forEach(each -> nodes.add(Objects.requireNonNull(each)));
            return nodes;
        }
        throw new IllegalArgumentException(what + " must be a list: " + node);
    }
}
