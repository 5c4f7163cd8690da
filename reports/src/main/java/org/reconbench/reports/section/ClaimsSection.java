package org.reconbench.reports.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.reconbench.evaluation.stats.Interval;
import org.reconbench.reports.claims.Claims;
import org.reconbench.reports.claims.ClaimsFile;
import org.reconbench.reports.claims.Finding;
import org.reconbench.reports.document.Element;
import org.reconbench.reports.document.Section;
import org.reconbench.reports.document.Table;
import org.reconbench.reports.study.Numbers;
import org.reconbench.reports.study.Study;

/** What this run says of the seed documents' claims. */
final class ClaimsSection implements SectionSource {

    @Override
    public Optional<Section> of(Study study) {
        List<Finding> findings = Claims.of(ClaimsFile.read(), study.table());
        if (findings.stream().allMatch(finding -> finding.verdict() == Finding.Verdict.NOT_MEASURED)) {
            return Optional.empty();
        }
        List<Table.Row> rows = new ArrayList<>();
        for (Finding finding : findings) {
            for (Finding.Measured effect : finding.effects()) {
                rows.add(row(finding, effect));
            }
        }
        Table table = new Table(
                "table-claims",
                "Claims of the seed documents (grid: the project documentation of the VAE with its parameter grid; families:"
                        + " the series on VAE and beta-VAE) against this run, a row an effect. Effect: mean over data sets of"
                        + " means over seeds, 95 % interval by the two-level bootstrap, n values or pairs. Supported: the"
                        + " whole interval agrees; refuted: all of it contradicts; inconclusive: neither, or fewer than 6"
                        + " values. A claim of several effects needs them all.",
                List.of(
                        Table.Column.text("Claim"),
                        Table.Column.text("Statement"),
                        Table.Column.text("Protocol"),
                        Table.Column.text("Measured"),
                        Table.Column.number("Effect (95 % interval)", ""),
                        Table.Column.number("n", "values or pairs"),
                        Table.Column.text("Effect is"),
                        Table.Column.text("Claim is")),
                rows);
        List<Element> elements = List.of(table);
        return Optional.of(new Section("claims", "Claims", finding(findings), elements));
    }

    private static String finding(List<Finding> findings) {
        long supported = count(findings, Finding.Verdict.SUPPORTED);
        long refuted = count(findings, Finding.Verdict.REFUTED);
        long open = count(findings, Finding.Verdict.INCONCLUSIVE);
        long missing = count(findings, Finding.Verdict.NOT_MEASURED);
        List<String> contradicted = findings.stream()
                .filter(finding -> finding.verdict() == Finding.Verdict.REFUTED)
                .map(finding -> finding.claim().id() + " under " + finding.protocol())
                .toList();
        return "Of " + Numbers.count(findings.size(), "test")
                + " of the seed documents' claims (claim \u00d7 protocol) "
                + supported + (supported == 1 ? " supports" : " support") + " the claim, " + refuted
                + (refuted == 1 ? " refutes" : " refute") + " it"
                + (contradicted.isEmpty() ? "" : " (" + Numbers.some(contradicted, 6) + ")") + ", " + open
                + (open == 1 ? " is" : " are") + " inconclusive, " + missing + " lack what the claim is about.";
    }

    private static long count(List<Finding> findings, Finding.Verdict verdict) {
        return findings.stream().filter(finding -> finding.verdict() == verdict).count();
    }

    private static Table.Row row(Finding finding, Finding.Measured effect) {
        Double value = effect.value();
        Interval interval = effect.interval();
        String shown = value == null || interval == null
                ? Numbers.NONE
                : String.format(Locale.ROOT, "%+.3f (%+.3f to %+.3f)", value, interval.lower(), interval.upper());
        return new Table.Row(List.of(
                Table.Cell.text(finding.claim().id()),
                Table.Cell.text(
                        finding.claim().statement() + " (" + finding.claim().source() + ")"),
                Table.Cell.text(finding.protocol()),
                Table.Cell.text(effect.what()),
                Table.Cell.number(shown, value),
                Table.Cell.number(Integer.toString(effect.values()), (double) effect.values()),
                Table.Cell.text(effect.verdict().words()),
                Table.Cell.text(finding.verdict().words())));
    }
}
