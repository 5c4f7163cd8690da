package org.reconbench.harness.experiment;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.InputException;
import org.reconbench.harness.experiment.Experiment.DatasetRef;
import org.reconbench.harness.experiment.Experiment.Ref;
import org.reconbench.harness.experiment.Experiment.Seeds;
import org.reconbench.harness.experiment.Experiment.Stats;
import org.reconbench.harness.experiment.Experiment.Threshold;

/**
 * Reads an experiment from YAML. Unknown keys, wrong types and values out of range are refused with file, line, key,
 * value and what is allowed. Names of detectors, data sets and protocols are checked later, against the catalogue.
 */
public final class ExperimentReader {
    private static final int MAX_SEEDS = 10_000;
    private static final double LEAST_LIMIT = 0.001;
    private static final double MOST_LIMIT = 1e9;
    private static final List<String> TOP = List.of(
            "schema",
            "name",
            "datasets",
            "protocols",
            "detectors",
            "defaults",
            "seeds",
            "threshold",
            "stats",
            "score",
            "auc_by_epoch",
            "max_trial_s");
    private static final List<String> DATASET =
            List.of("name", "path", "directory", "label", "anomaly", "drop", "params");
    private static final List<String> REF = List.of("name", "params");

    private static final Pattern DATA_FILE = Pattern.compile("(?i).+\\.(csv|tsv|txt|npz)");

    private final Path directory;

    private ExperimentReader(Path directory) {
        this.directory = directory;
    }

    /** Reads a file. Paths of data sets are relative to the file's directory. */
    public static Experiment read(Path file) {
        if (Files.isDirectory(file)) {
            throw InputException.inFile(file, "is a directory; an experiment is a YAML file");
        }
        if (DATA_FILE.matcher(file.toString()).matches()) {
            throw InputException.inFile(
                    file, "is a data file, not an experiment; to run on it write --datasets " + file);
        }
        if (!Files.exists(file)) {
            throw InputException.inFile(
                    file, "no such experiment file; built in are " + String.join(", ", BuiltinExperiments.ids()));
        }
        try {
            Path parent = file.toAbsolutePath().getParent();
            return read(file.toString(), Files.readString(file), parent == null ? Path.of("") : parent);
        } catch (CharacterCodingException e) {
            throw InputException.inFile(file, "is not UTF-8 text", e);
        } catch (IOException e) {
            throw InputException.inFile(file, "cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a text.
     *
     * @param source how messages call it
     * @param directory what paths of data sets are relative to
     */
    public static Experiment read(String source, String text, Path directory) {
        return new ExperimentReader(directory).experiment(source, YamlValue.parse(source, text));
    }

    private Experiment experiment(String source, YamlValue root) {
        Map<String, YamlValue> keys = root.map(TOP);
        YamlValue schema = keys.get("schema");
        if (schema != null && !schema.text().equals(Experiment.SCHEMA)) {
            throw schema.wrong("is '" + schema.text() + "'; this version reads " + Experiment.SCHEMA);
        }
        YamlValue detectors = keys.get("detectors");
        if (detectors == null) {
            throw root.wrong("key 'detectors' is missing: name at least one, e.g. detectors: [norm, ae, vae]");
        }
        YamlValue name = keys.get("name");
        List<DatasetRef> datasets = datasets(keys.get("datasets"));
        return new Experiment(
                name == null ? stem(source) : checkedName(name),
                source,
                datasets,
                refs(keys.get("protocols"), List.of(new Ref("contaminated", Map.of(), 0))),
                refs(detectors, List.of()),
                keys.containsKey("defaults") ? keys.get("defaults").plainMap() : Map.of(),
                seeds(keys.get("seeds")),
                threshold(keys.get("threshold")),
                stats(keys.get("stats"), datasets),
                score(keys.get("score")),
                keys.containsKey("auc_by_epoch") && keys.get("auc_by_epoch").flag(),
                keys.containsKey("max_trial_s")
                        ? keys.get("max_trial_s").real(LEAST_LIMIT, MOST_LIMIT)
                        : Double.POSITIVE_INFINITY);
    }

    private static String stem(String source) {
        String file = Path.of(source).getFileName().toString();
        int dot = file.lastIndexOf('.');
        String stem = dot > 0 ? file.substring(0, dot) : file;
        return stem.replaceAll("[^A-Za-z0-9._-]", "-");
    }

    private static String checkedName(YamlValue name) {
        if (!name.text().matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            throw name.wrong("is '" + name.text() + "'; use up to 64 letters, digits, '.', '_' and '-'");
        }
        return name.text();
    }

    private List<DatasetRef> datasets(@Nullable YamlValue value) {
        if (value == null) {
            return List.of(catalogued("seed-blobs", Map.of(), 0));
        }
        List<DatasetRef> refs = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (YamlValue item : nonEmpty(value)) {
            DatasetRef ref = item.isMap() ? dataset(item) : named(item.text(), item.line());
            if (!names.add(ref.isFolder() ? "directory " + ref.path() : ref.name())) {
                throw item.wrong("there are two data sets named '" + ref.name() + "'; give one another name");
            }
            refs.add(ref);
        }
        return refs;
    }

    private DatasetRef dataset(YamlValue item) {
        Map<String, YamlValue> keys = item.map(DATASET);
        YamlValue folder = keys.get("directory");
        if (folder != null) {
            if (keys.size() > 1) {
                throw item.wrong("a 'directory' stands alone: its files are named after themselves and read with the"
                        + " reader's own choices");
            }
            return DatasetRef.folder(directory.resolve(folder.text()), item.line());
        }
        YamlValue path = keys.get("path");
        YamlValue name = keys.get("name");
        if (path == null) {
            if (name == null) {
                throw item.wrong("needs a 'name' of the catalogue, a 'path' of a file, or a 'directory' of files");
            }
            return cataloguedEntry(keys, name.text(), item.line());
        }
        if (keys.containsKey("params")) {
            throw keys.get("params").wrong("is for generated data sets only; a file takes label, anomaly and drop");
        }
        Path file = directory.resolve(path.text());
        return new DatasetRef(
                name == null ? stem(path.text()) : name.text(),
                file,
                keys.containsKey("label") ? keys.get("label").text() : null,
                texts(keys.get("anomaly")),
                texts(keys.get("drop")),
                Map.of(),
                item.line());
    }

    private static DatasetRef cataloguedEntry(Map<String, YamlValue> keys, String name, int line) {
        for (String key : List.of("label", "anomaly", "drop")) {
            YamlValue value = keys.get(key);
            if (value != null) {
                throw value.wrong("is for files only: '" + name + "' has no 'path'");
            }
        }
        YamlValue params = keys.get("params");
        return catalogued(name, params == null ? Map.of() : params.plainMap(), line);
    }

    private DatasetRef named(String text, int line) {
        return looksLikeFile(text) ? file(directory.resolve(text), line) : catalogued(text, Map.of(), line);
    }

    /** Whether a file is one of data, by the end of its name. */
    public static boolean isDataFile(String name) {
        return DATA_FILE.matcher(name).matches();
    }

    /** Whether a data set given as a bare word means a file. */
    static boolean looksLikeFile(String text) {
        return text.contains("/")
                || text.contains("\\")
                || DATA_FILE.matcher(text).matches();
    }

    /** A data set of the catalogue. */
    static DatasetRef catalogued(String name, Map<String, Object> params, int line) {
        return new DatasetRef(name, null, null, List.of(), List.of(), params, line);
    }

    /** A data set in a file, with the reader's own choices. */
    public static DatasetRef file(Path path, int line) {
        return new DatasetRef(stem(path.toString()), path, null, List.of(), List.of(), Map.of(), line);
    }

    private static List<Ref> refs(@Nullable YamlValue value, List<Ref> absent) {
        if (value == null) {
            return absent;
        }
        List<Ref> refs = new ArrayList<>();
        for (YamlValue item : nonEmpty(value)) {
            if (!item.isMap()) {
                refs.add(new Ref(item.text(), Map.of(), item.line()));
                continue;
            }
            Map<String, YamlValue> keys = item.map(REF);
            YamlValue name = keys.get("name");
            if (name == null) {
                throw item.wrong("needs a 'name'");
            }
            YamlValue params = keys.get("params");
            refs.add(new Ref(name.text(), params == null ? Map.of() : params.plainMap(), item.line()));
        }
        return refs;
    }

    private static List<YamlValue> nonEmpty(YamlValue value) {
        if (value.isMap()) {
            throw value.wrong("must be a list");
        }
        if (value.items().isEmpty()) {
            throw value.wrong("is an empty list; name at least one");
        }
        return value.items();
    }

    private static List<String> texts(@Nullable YamlValue value) {
        return value == null
                ? List.of()
                : value.items().stream().map(YamlValue::text).toList();
    }

    private static Seeds seeds(@Nullable YamlValue value) {
        if (value == null) {
            return Seeds.range(0, 5);
        }
        if (value.isList()) {
            List<Long> seeds = nonEmpty(value).stream()
                    .map(item -> item.integer(0, 0xFFFF_FFFFL))
                    .toList();
            if (Set.copyOf(seeds).size() < seeds.size()) {
                throw value.wrong("a seed stands here twice");
            }
            return new Seeds(seeds);
        }
        if (!value.isMap()) {
            return Seeds.range(0, (int) value.integer(1, MAX_SEEDS));
        }
        Map<String, YamlValue> keys = value.map(List.of("base", "count"));
        long base = keys.containsKey("base") ? keys.get("base").integer(0, 0xFFFF_FFFFL - MAX_SEEDS) : 0;
        int count = keys.containsKey("count") ? (int) keys.get("count").integer(1, MAX_SEEDS) : 5;
        return Seeds.range(base, count);
    }

    private static Threshold threshold(@Nullable YamlValue value) {
        if (value == null) {
            return new Threshold("train-quantile", 0.03);
        }
        Map<String, YamlValue> keys = value.map(List.of("rule", "contamination"));
        return new Threshold(
                keys.containsKey("rule") ? keys.get("rule").text() : "train-quantile",
                keys.containsKey("contamination") ? keys.get("contamination").real(0, 0.5) : 0.03);
    }

    private static @Nullable Ref score(@Nullable YamlValue value) {
        return value == null ? null : new Ref(value.text(), Map.of(), value.line());
    }

    private static Stats stats(@Nullable YamlValue value, List<DatasetRef> datasets) {
        if (value == null) {
            return Stats.DEFAULT;
        }
        Map<String, YamlValue> keys = value.map(List.of("primary", "alpha", "baseline", "groups"));
        YamlValue primary = keys.get("primary");
        List<String> allowed = List.of("auc_pr", "auc_roc", "f1");
        if (primary != null && !allowed.contains(primary.text())) {
            throw primary.wrong("is '" + primary.text() + "'; must be one of " + String.join(", ", allowed));
        }
        return new Stats(
                primary == null ? Stats.DEFAULT.primary() : primary.text(),
                keys.containsKey("alpha") ? keys.get("alpha").real(0.0001, 0.5) : Stats.DEFAULT.alpha(),
                keys.containsKey("baseline") ? keys.get("baseline").text() : Stats.DEFAULT.baseline(),
                keys.containsKey("groups") ? GroupsReader.read(keys.get("groups"), datasets) : List.of());
    }
}
