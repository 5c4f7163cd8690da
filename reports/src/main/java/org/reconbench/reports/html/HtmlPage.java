package org.reconbench.reports.html;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.reconbench.reports.document.Document;
import org.reconbench.reports.document.Element;
import org.reconbench.reports.document.Figures;
import org.reconbench.reports.document.Section;
import org.reconbench.reports.document.Table;
import org.reconbench.reports.plot.VisibleText;

/** Renders a document as a page. */
public final class HtmlPage {
    private HtmlPage() {}

    /**
     * The page.
     *
     * @param twins ids of the panels that have a PNG file in {@code figures/}
     */
    public static String render(Document document, Set<String> twins) {
        String style = resource("style.css") + Night.css();
        String script = resource("script.js");
        FigureView figures = new FigureView(
                twins,
                document.sections().stream()
                        .flatMap(section -> Stream.concat(Stream.of(section.id()), anchors(section.elements())))
                        .collect(Collectors.toUnmodifiableSet()));
        Map<String, Object> page = new HashMap<>();
        page.put("style", style);
        page.put("script", script);
        page.put(
                "policy",
                "default-src 'none'; img-src data:; style-src '" + digest(style) + "'; script-src '" + digest(script)
                        + "'; base-uri 'none'; form-action 'none'");
        page.put("pageTitle", document.title());
        page.put("subtitle", document.subtitle());
        page.put("key", facts(document.key()));
        page.put(
                "sections",
                document.sections().stream()
                        .map(section -> section(section, figures))
                        .toList());
        return Mustache.compiler()
                .withEscaper(HtmlPage::escape)
                .compile(resource("report.html"))
                .execute(page);
    }

    private static Map<String, Object> section(Section section, FigureView figures) {
        return Map.of(
                "sectionId",
                section.id(),
                "sectionTitle",
                section.title(),
                "finding",
                section.finding(),
                "elements",
                section.elements().stream()
                        .flatMap(element -> views(element, figures))
                        .toList());
    }

    /** Of what is folded: a remark may lead there too. */
    private static Stream<String> anchors(List<Element> elements) {
        return elements.stream()
                .filter(Element.Details.class::isInstance)
                .map(Element.Details.class::cast)
                .flatMap(details -> Stream.concat(Stream.of(details.id()), anchors(details.elements())));
    }

    /** The views of an element; folded ones stand between an opening and a closing one. */
    private static Stream<Map<String, Object>> views(Element element, FigureView figures) {
        if (element instanceof Element.Details details) {
            return Stream.of(
                            Stream.of(Map.<String, Object>of(
                                    "unfold", Map.of("foldId", details.id(), "summary", details.summary()))),
                            details.elements().stream().flatMap(inner -> views(inner, figures)),
                            Stream.of(Map.<String, Object>of("fold", true)))
                    .flatMap(part -> part);
        }
        return Stream.of(view(element, figures));
    }

    private static Map<String, Object> view(Element element, FigureView figures) {
        if (element instanceof Element.Heading heading) {
            return Map.of("heading", Map.of("text", heading.text()));
        } else if (element instanceof Element.Prose prose) {
            return Map.of("prose", Map.of("text", prose.text()));
        } else if (element instanceof Element.Bullets bullets) {
            return Map.of("bullets", Map.of("items", bullets.items()));
        } else if (element instanceof Element.Legend legend) {
            return Map.of("legend", Map.of("entries", legend(legend)));
        } else if (element instanceof Element.Facts list) {
            return Map.of("facts", Map.of("list", facts(list.facts())));
        } else if (element instanceof Element.Listing listing) {
            return Map.of(
                    listing.folded() ? "folded" : "listing", Map.of("label", listing.title(), "text", listing.text()));
        } else if (element instanceof Element.Links links) {
            return Map.of(
                    "links",
                    Map.of(
                            "list",
                            links.links().stream()
                                    .map(link -> Map.of("href", link.href(), "text", link.text()))
                                    .toList()));
        } else if (element instanceof Table table) {
            return Map.of("table", TableView.of(table, figures.sections()));
        } else if (element instanceof Figures shown) {
            return Map.of("figure", figures.of(shown));
        }
        throw new IllegalArgumentException("no template for " + element.getClass());
    }

    private static List<Map<String, String>> legend(Element.Legend legend) {
        return legend.entries().stream()
                .map(entry -> Map.of("label", entry.name(), "swatch", Swatch.svg(entry.look())))
                .toList();
    }

    private static List<Map<String, String>> facts(List<Element.Fact> facts) {
        return facts.stream()
                .map(fact -> Map.of("term", fact.name(), "value", fact.value()))
                .toList();
    }

    /** The text as markup may hold it. */
    static String escape(String raw) {
        return VisibleText.markup(raw);
    }

    private static String digest(String text) {
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = HtmlPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("resource " + name + " could not be read", e);
        }
    }
}
