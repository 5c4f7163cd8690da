package org.reconbench.harness.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.run.TrialRecord;
import org.reconbench.harness.plan.Cohort;
import org.reconbench.harness.run.Quantities;
import org.reconbench.harness.run.RunListener;
import org.reconbench.harness.store.Json;

/**
 * Shows a run's progress on stderr. The unit is a trial; a trial under way counts by its epochs. Thread-safe.
 */
class ProgressDisplay implements RunListener, AutoCloseable {
    /** Steps a trial counts. */
    static final int STEPS = 100;

    private final Map<Cohort, Double> underWay = new ConcurrentHashMap<>();
    private final Consumer<Progress> show;
    private int total;
    private int done;
    private int failed;
    private int recordedSinceShown;
    private long begin = System.nanoTime();

    /** A state to show. */
    record Progress(String event, int total, int done, int failed, double underWay, double seconds) {
        /** The share that is done, 0 to 1. */
        double share() {
            return total == 0 ? 1 : Math.min(1, (done + underWay) / total);
        }

        boolean ended() {
            return event.equals("end");
        }
    }

    ProgressDisplay(Consumer<Progress> show) {
        this.show = show;
    }

    /** The display of a style. */
    static ProgressDisplay of(ProgressStyle style, Console console) {
        return switch (style) {
            case NONE -> new ProgressDisplay(progress -> {});
            case JSON -> new ProgressDisplay(progress -> json(progress, console));
            case PLAIN -> new ProgressDisplay(new PlainLines(console));
            case AUTO -> console.live() ? new LiveBar(new Bar(console)) : new ProgressDisplay(new PlainLines(console));
        };
    }

    @Override
    public synchronized void begin(int toRun, int held) {
        total = toRun;
        begin = System.nanoTime();
        show("begin");
    }

    @Override
    public synchronized void epochs(Cohort cohort, int doneEpochs, int totalEpochs) {
        underWay.put(cohort, (double) doneEpochs / totalEpochs * cohort.trials().size());
        show("epoch");
    }

    @Override
    public synchronized void recorded(TrialRecord record) {
        done++;
        recordedSinceShown++;
        failed += record.ok() ? 0 : 1;
    }

    @Override
    public synchronized void cohortEnded(Cohort cohort) {
        underWay.remove(cohort);
        // A cohort that the user stopped recorded nothing: the bar need not run back before it ends.
        if (recordedSinceShown > 0) {
            recordedSinceShown = 0;
            show("cohort");
        }
    }

    @Override
    public synchronized void end() {
        show("end");
    }

    private void show(String event) {
        double partly = underWay.values().stream().mapToDouble(x -> x).sum();
        show.accept(new Progress(event, total, done, failed, partly, (System.nanoTime() - begin) / 1e9));
    }

    @Override
    public void close() {}

    private static void json(Progress progress, Console console) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("event", progress.event());
        line.put("trials", progress.total());
        line.put("done", progress.done());
        line.put("failed", progress.failed());
        line.put("share", Math.round(progress.share() * 1e4) / 1e4);
        line.put("seconds", Math.round(progress.seconds() * 1e3) / 1e3);
        console.err().println(Json.line(line));
    }

    /** A line at every tenth of the way, seconds apart, and one at the end. */
    static final class PlainLines implements Consumer<Progress> {
        private static final double SECONDS_APART = 2;

        private final Console console;
        private int shown;
        private double last;

        PlainLines(Console console) {
            this.console = console;
        }

        @Override
        public void accept(Progress progress) {
            int tenth = (int) Math.floor(progress.share() * 10 + 1e-9);
            boolean way = tenth > shown && tenth < 10 && progress.seconds() - last >= SECONDS_APART;
            if (progress.total() > 0 && (way || progress.ended())) {
                shown = tenth;
                last = progress.seconds();
                console.err()
                        .println(progress.done() + "/" + progress.total() + " trials, "
                                + (int) Math.floor(progress.share() * 100 + 1e-9) + " %, "
                                + Quantities.seconds(progress.seconds())
                                + (progress.failed() > 0 ? ", " + progress.failed() + " not ok" : ""));
            }
        }
    }

    /** The bar of a terminal. */
    private static final class Bar implements Consumer<Progress> {
        private final Console console;
        private @Nullable ProgressBar bar;

        Bar(Console console) {
            this.console = console;
        }

        @Override
        public void accept(Progress progress) {
            if (bar == null) {
                bar = new ProgressBarBuilder()
                        .setTaskName("training")
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUnit(" trials", STEPS)
                        .setInitialMax(Math.max(1, (long) progress.total() * STEPS))
                        .setMaxRenderedLength(console.width() - 1)
                        .setUpdateIntervalMillis(200)
                        .setConsumer(new DelegatingProgressBarConsumer(
                                line -> {
                                    console.err().print("\r" + line);
                                    console.err().flush();
                                },
                                console.width() - 1))
                        .build();
            }
            if (progress.ended() && progress.done() < progress.total()) {
                return;
            }
            bar.stepTo(Math.round(progress.share() * progress.total() * STEPS));
            if (progress.failed() > 0) {
                bar.setExtraMessage(progress.failed() + " not ok");
            }
        }

        void close() {
            if (bar != null) {
                bar.close();
                console.err().println();
            }
        }
    }

    private static final class LiveBar extends ProgressDisplay {
        private final Bar bar;

        LiveBar(Bar bar) {
            super(bar);
            this.bar = bar;
        }

        @Override
        public void close() {
            bar.close();
        }
    }
}
