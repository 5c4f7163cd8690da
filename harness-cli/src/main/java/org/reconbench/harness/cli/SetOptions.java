package org.reconbench.harness.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reconbench.core.InputException;

/** Reads {@code --set key=value} options. */
final class SetOptions {
    private SetOptions() {}

    /**
     * Keys to values, in order; a value is read as YAML, so that {@code hidden=[64, 32]} is a list.
     *
     * @throws InputException if there is no {@code =}, a key comes twice, or the value is not YAML
     */
    static Map<String, Object> parse(List<String> settings) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals < 1 || equals == setting.length() - 1) {
                throw InputException.of("--set " + setting + ": write it as key=value, such as --set epochs=20");
            }
            String key = setting.substring(0, equals).strip();
            if (values.put(key, value(setting, setting.substring(equals + 1))) != null) {
                throw InputException.of("--set " + setting + ": '" + key + "' is set twice");
            }
        }
        return values;
    }

    private static Object value(String setting, String text) {
        try {
            Object value = new YAMLMapper().readValue(text, Object.class);
            return value == null ? text : value;
        } catch (JsonProcessingException e) {
            throw InputException.of("--set " + setting + ": the value is not a number, a text or a list");
        }
    }
}
