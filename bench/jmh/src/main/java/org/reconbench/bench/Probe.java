package org.reconbench.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.detector.FittedCohort;
import org.reconbench.evaluation.metrics.Ranking;

/**
 * Measures one thing in a fresh process and prints one line of JSON; {@code bench/run} starts it beside its peers. CPU
 * seconds are user + system of the whole process, the compiler and the collector included.
 *
 * <pre>
 * fit DETECTOR MEMBERS [KEY=VALUE]... one fit after a short one; seconds for each member, and what the detector estimates.
 *                                     KEY is a parameter of the detector, or n or features of seed-blobs
 * score DETECTOR ROWS TIMES           a network's primary score of ROWS rows: the first time, and the mean of more
 * ranking N TIMES                     AUC-ROC + AUC-PR of N scores with ties: the first time, and the mean of more
 * </pre>
 */
public final class Probe {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private Probe() {}

    /** See the class. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<String> words = List.of(args);
        switch (words.isEmpty() ? "" : words.get(0)) {
            case "fit" -> out.println(fit(words.get(1), number(words, 2), words.subList(3, words.size())));
            case "score" -> out.println(score(words.get(1), number(words, 2), number(words, 3)));
            case "ranking" -> out.println(ranking(number(words, 1), number(words, 2)));
            default -> throw new IllegalArgumentException("args = " + words + ": see the class comment");
        }
    }

    private static int number(List<String> words, int index) {
        return Integer.parseInt(words.get(index));
    }

    private static double cpuSeconds() {
        return SYSTEM.getProcessCpuTime() / 1e9;
    }

    private static String fit(String detector, int members, List<String> settings) {
        Map<String, Object> params = new LinkedHashMap<>();
        Map<String, Object> data = new LinkedHashMap<>();
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            boolean ofData = parts[0].equals("n") || parts[0].equals("features");
            (ofData ? data : params).put(parts[0], value(parts[1]));
        }
        try (FittedCohort warm = new Cohorts(detector, Map.of("epochs", 2), Map.of("n", 5000), 2).fit(2)) {
            check(warm.outcomes().size() == 2);
        }
        Cohorts cohorts = new Cohorts(detector, params, data, members);
        double cpu = cpuSeconds();
        long begin = System.nanoTime();
        try (FittedCohort fitted = cohorts.fit(members)) {
            check(fitted.outcomes().size() == members);
        }
        double wall = (System.nanoTime() - begin) / 1e9;
        return String.format(
                Locale.ROOT,
                "{\"cpu_s\": %.5f, \"wall_s\": %.5f, \"estimated_s\": %.5f, \"members\": %d, \"train_rows\": %d}",
                (cpuSeconds() - cpu) / members,
                wall / members,
                cohorts.detector().cohortSeconds(cohorts.params(), cohorts.profile(), members) / members,
                members,
                cohorts.profile().rows());
    }

    /** A whole number, several of them with commas between, or a text. */
    private static Object value(String text) {
        if (text.matches("[0-9]+(,[0-9]+)+")) {
            return Arrays.stream(text.split(",")).map(Long::valueOf).toList();
        }
        return text.matches("[0-9]+") ? Long.valueOf(text) : text;
    }

    private static String score(String detector, int rows, int times) {
        Cohorts cohorts = new Cohorts(detector, Map.of("epochs", 1), Map.of("n", 5000), 2);
        String primary = cohorts.detector().card().scores().get(0).id();
        Matrix train = cohorts.train(0);
        int[] again = new int[rows];
        for (int i = 0; i < rows; i++) {
            again[i] = i % train.rows();
        }
        Matrix many = train.selectRows(again);
        try (FittedCohort fitted = cohorts.fit(2)) {
            String seconds = repeated(
                    times, () -> check(fitted.score(0, many, List.of(primary)).size() == 1));
            return "{\"rows\": " + rows + ", " + seconds + "}";
        }
    }

    private static String ranking(int n, int times) {
        TiedScores tied = TiedScores.of(n);
        String seconds = repeated(times, () -> check(areas(tied).rocAuc() > 0));
        Areas areas = areas(tied);
        return "{\"n\": " + n + ", \"auc_roc\": " + areas.rocAuc() + ", \"auc_pr\": " + areas.averagePrecision() + ", "
                + seconds + "}";
    }

    private record Areas(double rocAuc, double averagePrecision) {}

    private static Areas areas(TiedScores tied) {
        Ranking ranking = Ranking.of(tied.labels(), tied.scores());
        return new Areas(
                ranking.rocAuc().orElseThrow(), ranking.averagePrecision().orElseThrow());
    }

    /** CPU seconds of the first of several calls and the mean of the others, which the compiler has seen. */
    private static String repeated(int times, Runnable call) {
        double begin = cpuSeconds();
        call.run();
        double first = cpuSeconds() - begin;
        begin = cpuSeconds();
        for (int i = 1; i < times; i++) {
            call.run();
        }
        return String.format(
                Locale.ROOT, "\"first_cpu_s\": %.5f, \"cpu_s\": %.5f", first, (cpuSeconds() - begin) / (times - 1));
    }

    private static void check(boolean holds) {
        if (!holds) {
            throw new IllegalStateException("the probe did not do what it measures");
        }
    }
}
