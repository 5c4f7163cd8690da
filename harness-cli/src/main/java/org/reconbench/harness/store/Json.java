package org.reconbench.harness.store;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.io.Serial;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.Sha256;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.core.run.TrialStatus;

/**
 * The project's one way to write and read JSON: snake case, null for what is absent, and no number that is not finite.
 */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new SimpleModule().addSerializer(Double.class, new FiniteDoubles()))
            .addMixIn(TrialStatus.class, StatusById.class)
            .addMixIn(TrialRecord.Metrics.class, MetricNames.class)
            .build();
    private static final ObjectWriter PRETTY = MAPPER.writer(
                    new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
            .without(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private Json() {}

    /** One line of JSON; the keys of maps sorted. */
    public static String line(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Indented JSON, the keys of maps in their own order, ending in a line feed. */
    public static String pretty(Object value) {
        try {
            return PRETTY.writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * Reads a value.
     *
     * @throws IllegalArgumentException if the text is not JSON of that type
     */
    public static <T> T read(String text, Class<T> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    /**
     * The first 16 hex digits of SHA-256 over the canonical JSON of a map: keys sorted at every depth, no white space,
     * the shortest decimal form of a double that reads back equal.
     */
    public static String id(Map<String, Object> content) {
        return Sha256.hexOf(line(new TreeMap<>(content))).substring(0, 16);
    }

    private interface StatusById {
        @JsonValue
        String id();

        @JsonCreator
        static TrialStatus of(String id) {
            return TrialStatus.valueOf(id.toUpperCase(Locale.ROOT));
        }
    }

    /** Names that the strategy would spell in another way: {@code fpr_at95_recall}. */
    private interface MetricNames {
        @JsonProperty("fpr_at_95_recall")
        @Nullable
        Double fprAt95Recall();
    }

    private static final class FiniteDoubles extends StdSerializer<Double> {
        @Serial
        private static final long serialVersionUID = 1L;

        FiniteDoubles() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator out, SerializerProvider provider) throws IOException {
            if (!Double.isFinite(value)) {
                throw new JsonProcessingException(value + " is not a number that may be stored") {
                    @Serial
                    private static final long serialVersionUID = 1L;
                };
            }
            out.writeNumber(value);
        }
    }
}
