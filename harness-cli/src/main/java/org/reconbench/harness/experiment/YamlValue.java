package org.reconbench.harness.experiment;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.reconbench.core.InputException;
import org.reconbench.core.Suggestion;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A value of a YAML document that knows its file, line and key, so that what is wrong with it can be said.
 *
 * <p>Every accessor throws {@link InputException} when the value is not what is asked for.
 */
final class YamlValue {
    private static final int LONGEST_SHOWN = 60;

    private final String file;
    private final String key;
    private final Node node;

    private YamlValue(String file, String key, Node node) {
        this.file = file;
        this.key = key;
        this.node = node;
    }

    /**
     * Reads one document.
     *
     * @param file how messages call it
     */
    static YamlValue parse(String file, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(50);
        try {
            Node node = new Yaml(options).compose(new StringReader(text));
            if (node == null) {
                throw InputException.inFile(file, "is empty; an experiment needs at least a list of detectors");
            }
            return new YamlValue(file, "", node);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            throw InputException.atLine(file, line, "not valid YAML: " + e.getProblem());
        } catch (YAMLException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw InputException.inFile(file, "not valid YAML: " + reason);
        }
    }

    /** The value of a text given on the command line, such as {@code 0.1}, {@code [1, 2]} or {@code linear}. */
    static Object plainOf(String option, String text) {
        return parse(option, text).plain();
    }

    /** What is wrong with this value, as an exception to throw. */
    InputException wrong(String message) {
        return InputException.atKey(file, line(), key.isEmpty() ? "experiment" : key, message);
    }

    /** The line of this value, counted from 1. */
    int line() {
        return node.getStartMark() == null ? 0 : node.getStartMark().getLine() + 1;
    }

    /** The dotted key of this value. */
    String key() {
        return key;
    }

    boolean isMap() {
        return node instanceof MappingNode;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    /** The entries of a map in order; every key must be among the allowed. */
    Map<String, YamlValue> map(Collection<String> allowed) {
        Map<String, YamlValue> entries = map();
        for (Map.Entry<String, YamlValue> entry : entries.entrySet()) {
            String name = entry.getKey();
            if (!allowed.contains(name)) {
                throw entry.getValue()
                        .wrong("unknown key '" + name + "'" + Suggestion.hint(name, allowed) + "; allowed here: "
                                + String.join(", ", allowed));
            }
        }
        return entries;
    }

    /** The entries of a map in order. */
    Map<String, YamlValue> map() {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong("must be a map of keys to values, is " + describe());
        }
        Map<String, YamlValue> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
                throw wrong("keys must be plain text");
            }
            String path = key.isEmpty() ? name.getValue() : key + "." + name.getValue();
            YamlValue value = new YamlValue(file, path, tuple.getValueNode());
            if (entries.put(name.getValue(), value) != null) {
                throw value.wrong("stands here twice");
            }
        }
        return entries;
    }

    /** The items of a list; a lone value counts as a list of one. */
    List<YamlValue> items() {
        if (!(node instanceof SequenceNode sequence)) {
            return List.of(this);
        }
        List<YamlValue> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(new YamlValue(file, key + "[" + items.size() + "]", item));
        }
        return items;
    }

    /** A scalar's text as written. */
    String text() {
        if (!(node instanceof ScalarNode scalar) || scalar.getTag().equals(Tag.NULL)) {
            throw wrong("must be a text, is " + describe());
        }
        return scalar.getValue();
    }

    /** A whole number within a closed range. */
    long integer(long min, long max) {
        if (plain() instanceof Long number && number >= min && number <= max) {
            return number;
        }
        throw wrong("must be an integer from " + min + " to " + max + ", is " + describe());
    }

    /** True or false. */
    boolean flag() {
        if (plain() instanceof Boolean flag) {
            return flag;
        }
        throw wrong("must be true or false, is " + describe());
    }

    /** A number within a closed range. */
    double real(double min, double max) {
        Optional<Double> number = Numbers.real(plain());
        return number.filter(x -> x >= min && x <= max)
                .orElseThrow(() -> wrong("must be a number from " + min + " to " + max + ", is " + describe()));
    }

    /** A map whose values are plain: texts, numbers, booleans, lists and maps of them. */
    Map<String, Object> plainMap() {
        Map<String, Object> plain = new LinkedHashMap<>();
        map().forEach((name, value) -> plain.put(name, value.plain()));
        return plain;
    }

    /** This value as plain Java: String, Long, Double, Boolean, List or Map. */
    Object plain() {
        if (isMap()) {
            return plainMap();
        }
        if (isList()) {
            return items().stream().map(YamlValue::plain).toList();
        }
        String text = text();
        Tag tag = node.getTag();
        if (tag.equals(Tag.BOOL)) {
            return Numbers.bool(text).<Object>map(x -> x).orElse(text);
        }
        if (tag.equals(Tag.INT)) {
            return Numbers.integer(text).<Object>map(x -> x).orElse(text);
        }
        if (tag.equals(Tag.FLOAT)) {
            return Numbers.real(text).<Object>map(x -> x).orElse(text);
        }
        return text;
    }

    /** The begin of a text that may be a whole file of another kind. */
    private static String shortened(String text) {
        String line = text.lines().findFirst().orElse("");
        return text.length() <= LONGEST_SHOWN
                ? text
                : line.substring(0, Math.min(line.length(), LONGEST_SHOWN)) + "...";
    }

    private String describe() {
        if (isMap()) {
            return "a map";
        }
        if (isList()) {
            return "a list";
        }
        ScalarNode scalar = (ScalarNode) node;
        return scalar.getTag().equals(Tag.NULL) ? "empty" : "'" + shortened(scalar.getValue()) + "'";
    }
}
