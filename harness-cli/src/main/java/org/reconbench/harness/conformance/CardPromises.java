package org.reconbench.harness.conformance;

import static org.reconbench.harness.conformance.BrokenPromise.unless;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reconbench.core.data.DataProfile;
import org.reconbench.core.data.Scaling;
import org.reconbench.core.detector.Detector;
import org.reconbench.core.detector.DetectorCard;
import org.reconbench.core.detector.Family;
import org.reconbench.core.detector.ParamSpec;
import org.reconbench.core.detector.Params;
import org.reconbench.core.detector.ScoreCard;

/** What a card says, and that the parameters it names are watched over. */
final class CardPromises {
    static final List<Promise> ALL = List.of(
            Promise.of(
                    "card", "The card is complete: summary, objective, paper, parameters, scores.", CardPromises::card),
            Promise.of(
                    "parameters",
                    "Wrong parameters are refused by name; every allowed one can be planned, or is refused clearly.",
                    CardPromises::parameters));

    private static final String WORDS = "[a-z0-9]+([-_][a-z0-9]+)*";
    private static final DataProfile PROFILE = new DataProfile(100, 5, Scaling.MIN_MAX);

    private CardPromises() {}

    private static String card(Subject subject) {
        DetectorCard card = subject.card();
        unless(card.equals(subject.card()), "the card is another one when asked again");
        unless(card.id().matches(WORDS), "id '" + card.id() + "': must be lower-case words joined by hyphens");
        unless(card.version() >= 1, "version " + card.version() + ": must be 1 or more");
        filled("title", card.title());
        filled("summary", card.summary());
        filled("objective", card.objective());
        filled("paper", card.paper());
        unless(
                card.family() == Family.REFERENCE || !card.objective().equals("none"),
                "objective: a detector of the family '" + card.family().id() + "' is trained; say what it minimises");
        Set<String> names = new HashSet<>();
        for (ParamSpec spec : card.params()) {
            unless(names.add(spec.name()), "parameter '" + spec.name() + "' stands there twice");
            parameter(spec);
        }
        Set<String> ids = new HashSet<>();
        for (ScoreCard score : card.scores()) {
            unless(ids.add(score.id()), "score '" + score.id() + "' stands there twice");
            unless(score.id().matches(WORDS), "score '" + score.id() + "': must be lower-case words joined by hyphens");
            filled("formula of score '" + score.id() + "'", score.formula());
        }
        return counted(names.size(), "parameter") + " and " + counted(ids.size(), "score") + ", each explained";
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static void filled(String what, @Nullable String text) {
        unless(text != null && !text.isBlank(), what + " is empty");
        unless(text != null && text.lines().count() == 1, what + " has several lines; must be one");
    }

    private static void parameter(ParamSpec spec) {
        String what = "parameter '" + spec.name() + "'";
        unless(spec.name().matches(WORDS + "(\\." + WORDS + ")*"), what + ": must be lower-case words, joined by dots");
        filled("meaning of " + what, spec.summary());
        boolean numeric = spec.type() != ParamSpec.Type.CHOICE && spec.type() != ParamSpec.Type.FLAG;
        unless(!numeric || spec.min() <= spec.max(), what + ": its range is empty: " + spec.range());
        unless(
                spec.type() != ParamSpec.Type.CHOICE || !spec.choices().isEmpty(),
                what + ": there is nothing to choose");
        try {
            unless(
                    spec.coerce(spec.defaultValue()).equals(spec.defaultValue()),
                    what + ": its default " + spec.defaultValue() + " is not in canonical form");
        } catch (IllegalArgumentException e) {
            throw new BrokenPromise(what + ": its default is not allowed: " + e.getMessage());
        }
    }

    private static String parameters(Subject subject) {
        Detector detector = subject.detector();
        planned(detector, subject.params(Map.of()), "");
        refused(subject, Map.of("no-such-parameter", 1), "no-such-parameter", "");
        int edges = 0;
        for (ParamSpec spec : subject.card().params()) {
            for (Object wrong : wrong(spec)) {
                refused(subject, Map.of(spec.name(), wrong), spec.name(), spec.allowed());
            }
            for (Object edge : edges(spec)) {
                edge(detector, subject.params(Map.of(spec.name(), edge)), spec, edge);
                edges++;
            }
        }
        return subject.card().params().isEmpty()
                ? "it takes none"
                : "wrong ones refused by name; " + counted(edges, "extreme value") + " planned or refused clearly";
    }

    /** The refusal must name the detector, the parameter and what is allowed. */
    private static void refused(Subject subject, Map<String, Object> given, String name, String allowed) {
        try {
            subject.params(given);
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            unless(
                    message.contains("'" + subject.card().id() + "'")
                            && message.contains(name)
                            && message.contains(allowed),
                    "the refusal of " + given + " does not name detector, parameter and range: " + message);
            return;
        }
        throw new BrokenPromise(given + " is not refused");
    }

    private static List<Object> wrong(ParamSpec spec) {
        List<Object> wrong = new ArrayList<>(List.of("no such value"));
        if (spec.type() == ParamSpec.Type.INTEGER || spec.type() == ParamSpec.Type.REAL) {
            wrong.add(Double.NaN);
            wrong.add(Math.nextDown(spec.min()) - 1);
            wrong.add(Math.nextUp(spec.max()) + 1);
        }
        if (spec.type() == ParamSpec.Type.INTEGERS) {
            wrong.add(List.of(spec.min() - 1));
        }
        wrong.removeIf(value -> value instanceof Double number && Double.isInfinite(number));
        return wrong;
    }

    private static List<Object> edges(ParamSpec spec) {
        return switch (spec.type()) {
            case INTEGER -> List.of((long) spec.min(), (long) spec.max());
            case REAL -> List.of(spec.min(), spec.max());
            case CHOICE -> List.copyOf(spec.choices());
            case FLAG -> List.of(true, false);
            case INTEGERS -> List.of(List.of(), List.of((long) spec.min()), List.of((long) spec.max()));
        };
    }

    private static void edge(Detector detector, Params params, ParamSpec spec, Object value) {
        try {
            detector.check(params, PROFILE);
        } catch (IllegalArgumentException e) {
            unless(
                    String.valueOf(e.getMessage()).contains(spec.name()),
                    "the refusal of " + spec.name() + " = " + value + " does not name the parameter: "
                            + e.getMessage());
            return;
        } catch (RuntimeException e) {
            throw new BrokenPromise(spec.name() + " = " + value + ": check threw " + e);
        }
        planned(detector, params, spec.name() + " = " + value + ": ");
    }

    /** What the planner asks before anything is fitted. */
    private static void planned(Detector detector, Params params, String where) {
        detector.check(params, PROFILE);
        Object key = detector.cohortKey(params, PROFILE);
        unless(key != null && key.equals(detector.cohortKey(params, PROFILE)), where + "no stable cohort key: " + key);
        long bytes = detector.memberBytes(params, PROFILE);
        unless(bytes >= 0, where + "a member takes " + bytes + " bytes");
        int cohort = detector.preferredCohort(params, PROFILE);
        unless(cohort >= 1, where + "the preferred cohort is " + cohort);
        double seconds = detector.cohortSeconds(params, PROFILE, 1);
        unless(seconds >= 0 && Double.isFinite(seconds), where + "a cohort takes " + seconds + " seconds");
    }
}
