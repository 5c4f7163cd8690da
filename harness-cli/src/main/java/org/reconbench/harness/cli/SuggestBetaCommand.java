package org.reconbench.harness.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.InputException;
import org.reconbench.core.data.Matrix;
import org.reconbench.evaluation.spectrum.ReconTerm;
import org.reconbench.evaluation.spectrum.Spectrum;
import org.reconbench.harness.experiment.ExperimentReader;
import org.reconbench.harness.experiment.Overrides;
import org.reconbench.harness.plan.DataSupply;
import org.reconbench.harness.plan.Plan;
import org.reconbench.harness.plan.Planner;
import org.reconbench.harness.plan.Settings;
import org.reconbench.harness.registry.Detectors;
import org.reconbench.harness.store.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code suggest-beta DATASET}: how many latent units are forecast to stay active at which beta, from the data alone. */
@Command(
        name = "suggest-beta",
        sortOptions = false,
        description = {
            "Forecasts, from the train rows alone, how many latent units of a VAE stay",
            "active at which beta, and names the beta that keeps a number of them."
        })
final class SuggestBetaCommand implements Callable<Integer> {
    private static final List<Double> BETAS = List.of(0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0);
    private static final int SHOWN = 10;

    private final Console console;

    @Parameters(paramLabel = "DATASET", description = "A name of the catalogue, or a CSV or NPZ file.")
    private String dataset = "";

    @Option(names = "--units", paramLabel = "K", description = "Name the beta that keeps K units active.")
    private @Nullable Integer units;

    @Option(
            names = "--recon",
            paramLabel = "TERM",
            description = "Only for this reconstruction term: ${COMPLETION-CANDIDATES}. Default: for all.")
    private @Nullable ReconTerm recon;

    @Option(
            names = "--protocol",
            paramLabel = "ID",
            description = "How train rows are chosen and scaled (default ${DEFAULT-VALUE}).")
    private String protocol = "contaminated";

    @Option(names = "--seed", paramLabel = "N", description = "Seed of draw and split (default ${DEFAULT-VALUE}).")
    private String seed = "0";

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A parameter of the data set or the protocol, such as scaler=z-score. Repeatable.")
    private List<String> set = List.of();

    @Option(names = "--format", paramLabel = "HOW", description = "table (default) or json.")
    private Format format = Format.TABLE;

    SuggestBetaCommand(Console console) {
        this.console = console;
    }

    /** What was asked about: a data set's train rows and their spectrum. */
    private record Subject(
            String dataset, String protocol, String seed, String scaling, Matrix train, Spectrum spectrum) {}

    @Override
    public Integer call() {
        Subject subject = subject();
        int features = subject.train().columns();
        if (units != null && (units < 1 || units > features)) {
            throw InputException.of("--units " + units + ": '" + subject.dataset() + "' has " + features
                    + " features; must be an integer from 1 to " + features);
        }
        Optional<Spectrum.Keeping> keeping =
                units == null ? Optional.empty() : Optional.of(keeping(subject.spectrum(), units));
        if (format == Format.JSON) {
            console.out().println(Json.pretty(json(subject, keeping)));
        } else {
            lines(subject, keeping).forEach(console.out()::println);
        }
        return ExitCode.OK.code();
    }

    private Subject subject() {
        if (!seed.matches("[0-9]{1,10}")) {
            throw InputException.of("--seed " + seed + ": must be an integer from 0 to 4294967295");
        }
        Overrides asked =
                new Overrides(List.of(dataset), List.of(protocol), List.of(), seed + ",", List.of(), null, false);
        DataSupply supply = DataSupply.ofHeap();
        Plan plan = new Planner(Detectors.load(), supply)
                .plan(
                        asked.apply(ExperimentReader.read("suggest-beta", "detectors: [norm]", Path.of(""))),
                        new Settings(Overrides.settings(set), Map.of()));
        if (plan.data().size() != 1) {
            throw InputException.of("'" + dataset + "' holds " + plan.data().size() + " data sets; name one");
        }
        Matrix train = supply.divided(
                        plan.data().get(0),
                        plan.protocols().get(0),
                        plan.trials().get(0).seed())
                .train();
        if (!Spectrum.possible(train.rows(), train.columns())) {
            throw InputException.of("'" + dataset + "' has " + train.rows() + " train rows and " + train.columns()
                    + " features: at most " + Spectrum.MOST + " of one of them can be decomposed");
        }
        return new Subject(
                plan.data().get(0).name(),
                protocol,
                seed,
                plan.protocols().get(0).scaling().id(),
                train,
                Spectrum.of(train));
    }

    private Spectrum.Keeping keeping(Spectrum spectrum, int count) {
        return spectrum.keeping(count).orElseThrow(() -> {
            int varying = spectrum.above(0);
            return InputException.of("--units " + count + ": "
                    + (count > varying
                            ? "the train rows of '" + dataset + "' vary along " + varying + " axes only"
                            : "the variances along axes " + count + " and " + (count + 1)
                                    + " are equal, so that no beta keeps exactly " + count + " units"));
        });
    }

    private List<ReconTerm> terms() {
        return recon == null ? List.of(ReconTerm.values()) : List.of(recon);
    }

    private List<String> lines(Subject subject, Optional<Spectrum.Keeping> keeping) {
        List<String> lines = new ArrayList<>();
        Matrix train = subject.train();
        wrap(
                lines,
                subject.dataset() + ", " + subject.protocol() + ", seed " + subject.seed() + ": " + train.rows()
                        + " train rows, " + train.columns() + " features, scaling " + subject.scaling());
        wrap(
                lines,
                "Forecast: a latent unit stays active while the variance along its axis (an eigenvalue of the train"
                        + " rows' covariance) is above the effective beta: beta / 2 with sse, beta * d / 2 with mse,"
                        + " beta with gaussian and sigma 1. Exact for a linear network only.");
        lines.add("");
        wrap(lines, "Each unit is forecast to stay active below the beta in its line:");
        lines.addAll(spectrumTable(subject).lines(console.width()));
        lines.add("");
        wrap(lines, "Units forecast to stay active, of at most " + train.columns() + ", by beta:");
        lines.addAll(forecastTable(subject).lines(console.width()));
        keeping.ifPresent(range -> {
            lines.add("");
            lines.addAll(suggestion(subject, range));
        });
        return lines;
    }

    private void wrap(List<String> lines, String text) {
        lines.addAll(TextTable.wrap(text, console.width()));
    }

    private TextTable spectrumTable(Subject subject) {
        Spectrum spectrum = subject.spectrum();
        int features = spectrum.columns();
        int shown = Math.min(features, Math.max(SHOWN, units == null ? 0 : units + 1));
        List<String> headers = new ArrayList<>(List.of(">UNIT", ">VARIANCE", ">SHARE"));
        terms().forEach(term -> headers.add(">BETA (" + term.id() + ")"));
        TextTable table = TextTable.of(headers.toArray(String[]::new));
        double[] greatest = spectrum.greatest(shown);
        for (int i = 0; i < shown; i++) {
            List<String> cells = new ArrayList<>();
            double variance = greatest[i];
            cells.add(Integer.toString(i + 1));
            cells.add(number(variance));
            double share = spectrum.total() > 0 ? variance / spectrum.total() : 0;
            cells.add(String.format(Locale.ROOT, "%.1f %%", 100 * share));
            terms().forEach(term -> cells.add(number(term.beta(variance, features))));
            table.row(cells.toArray(String[]::new));
        }
        return table;
    }

    private TextTable forecastTable(Subject subject) {
        List<String> headers = new ArrayList<>(List.of("BETA"));
        BETAS.forEach(beta -> headers.add(">" + plain(beta)));
        TextTable table = TextTable.of(headers.toArray(String[]::new));
        for (ReconTerm term : terms()) {
            List<String> cells = new ArrayList<>(List.of(term.id()));
            BETAS.forEach(beta -> cells.add(Integer.toString(forecast(subject, term, beta))));
            table.row(cells.toArray(String[]::new));
        }
        return table;
    }

    private static int forecast(Subject subject, ReconTerm term, double beta) {
        return subject.spectrum().above(term.effective(beta, subject.train().columns()));
    }

    private List<String> suggestion(Subject subject, Spectrum.Keeping range) {
        int features = subject.train().columns();
        List<String> lines = new ArrayList<>();
        wrap(lines, "To keep " + units + " of them active:");
        TextTable table = TextTable.of("RECON", ">BETA", ">FROM", ">BELOW");
        for (ReconTerm term : terms()) {
            table.row(
                    term.id(),
                    number(term.beta(range.middle(), features)),
                    number(term.beta(range.from(), features)),
                    number(term.beta(range.below(), features)));
        }
        lines.addAll(table.lines(console.width()));
        return lines;
    }

    private Map<String, Object> json(Subject subject, Optional<Spectrum.Keeping> keeping) {
        Spectrum spectrum = subject.spectrum();
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("dataset", subject.dataset());
        root.put("protocol", subject.protocol());
        root.put("seed", Long.valueOf(subject.seed()));
        root.put("scaling", subject.scaling());
        root.put("train_rows", subject.train().rows());
        root.put("features", subject.train().columns());
        root.put(
                "eigenvalues",
                Arrays.stream(spectrum.greatest(spectrum.columns())).boxed().toList());
        Map<String, Object> forecast = new LinkedHashMap<>();
        for (ReconTerm term : terms()) {
            Map<String, Object> byBeta = new LinkedHashMap<>();
            BETAS.forEach(beta -> byBeta.put(plain(beta), forecast(subject, term, beta)));
            forecast.put(term.id(), byBeta);
        }
        root.put("forecast", forecast);
        root.put("units", units);
        Map<String, Object> suggested = new LinkedHashMap<>();
        keeping.ifPresent(range -> terms().forEach(term -> {
            int features = subject.train().columns();
            Map<String, Object> of = new LinkedHashMap<>();
            of.put("beta", term.beta(range.middle(), features));
            of.put("from", term.beta(range.from(), features));
            of.put("below", term.beta(range.below(), features));
            suggested.put(term.id(), of);
        }));
        root.put("suggested", suggested.isEmpty() ? null : suggested);
        return root;
    }

    /** Three significant digits. */
    private static String number(double value) {
        return value == 0 ? "0" : String.format(Locale.ROOT, "%.3g", value);
    }

    private static String plain(double beta) {
        return beta == Math.rint(beta) ? Integer.toString((int) beta) : Double.toString(beta);
    }
}
