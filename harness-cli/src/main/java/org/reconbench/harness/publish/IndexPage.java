package org.reconbench.harness.publish;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.reconbench.reports.plot.VisibleText;

/** The index of a site: one page without script, which loads nothing; every name in it is text. */
final class IndexPage {
    private static final int FEW = 8;

    private IndexPage() {}

    static String render(Site.Content content) {
        String style = resource("index.css");
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("style", style);
        page.put(
                "policy",
                "default-src 'none'; style-src 'sha256-" + hash(style) + "'; img-src data:; base-uri 'none';"
                        + " form-action 'none'");
        page.put("title", visible(content.title()));
        page.put(
                "subtitle",
                content.runs().size() == 1 ? "1 run" : content.runs().size() + " runs, newest first");
        page.put("runs", content.runs().stream().map(IndexPage::run).toList());
        return Mustache.compiler()
                .escapeHTML(true)
                .compile(resource("index.html"))
                .execute(page);
    }

    private static Map<String, Object> run(PublishedRun run) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("name", visible(run.name()));
        view.put("link", "runs/" + run.directory() + "/report.html");
        view.put("createdAt", visible(run.createdAt()));
        view.put("date", visible(run.createdAt().replaceFirst("T.*", "")));
        view.put("runId", visible(run.runId()));
        view.put("finding", visible(run.finding()));
        view.put("datasets", list(run.datasets()));
        view.put("protocols", list(run.protocols()));
        view.put("configurations", list(run.configurations()));
        view.put("seeds", seeds(run.seeds()));
        view.put("coverage", (run.trials() - run.failed()) + " of " + run.planned() + " planned trials ok");
        view.put("warned", !run.warnings().isEmpty());
        view.put("warnings", run.warnings().stream().map(IndexPage::visible).toList());
        return view;
    }

    private static String seeds(List<Long> seeds) {
        if (seeds.size() < 3 || seeds.get(seeds.size() - 1) - seeds.get(0) != seeds.size() - 1) {
            return list(seeds.stream().map(String::valueOf).toList());
        }
        return seeds.size() + ": " + seeds.get(0) + " to " + seeds.get(seeds.size() - 1);
    }

    /** How many, the first few, and how many more. */
    private static String list(List<String> names) {
        String shown = visible(String.join(", ", names.subList(0, Math.min(FEW, names.size()))));
        String counted = names.size() > 1 ? names.size() + ": " + shown : shown;
        return names.size() <= FEW ? counted : counted + " and " + (names.size() - FEW) + " more";
    }

    private static String visible(String text) {
        return VisibleText.of(text);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(IndexPage.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
