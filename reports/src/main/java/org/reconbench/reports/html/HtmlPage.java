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
import java.util.function.Function;
import org.reconbench.reports.document.Document;
import org.reconbench.reports.document.Element;
import org.reconbench.reports.document.Figures;
import org.reconbench.reports.document.Section;
import org.reconbench.reports.document.Table;
import org.reconbench.reports.plot.VisibleText;

/** Renders a document as a page. */
public final class HtmlPage {
    /** So many panels fit on a printed page; more may be divided. */
    private static final int ON_A_PAGE = 12;

    private HtmlPage() {}

    /**
     * The page.
     *
     * @param picture the PNG file of a panel; empty bytes where it could not be drawn
     */
    public static String render(Document document, Function<Figures.Panel, byte[]> picture) {
        String style = resource("style.css");
        String script = resource("script.js");
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
                        .map(section -> section(section, picture))
                        .toList());
        return Mustache.compiler()
                .withEscaper(HtmlPage::escape)
                .compile(resource("report.html"))
                .execute(page);
    }

    private static Map<String, Object> section(Section section, Function<Figures.Panel, byte[]> picture) {
        return Map.of(
                "sectionId",
                section.id(),
                "sectionTitle",
                section.title(),
                "finding",
                section.finding(),
                "elements",
                section.elements().stream()
                        .map(element -> element(element, picture))
                        .toList());
    }

    private static Map<String, Object> element(Element element, Function<Figures.Panel, byte[]> picture) {
        if (element instanceof Element.Heading heading) {
            return Map.of("heading", Map.of("text", heading.text()));
        } else if (element instanceof Element.Prose prose) {
            return Map.of("prose", Map.of("text", prose.text()));
        } else if (element instanceof Element.Bullets bullets) {
            return Map.of("bullets", Map.of("items", bullets.items()));
        } else if (element instanceof Element.Legend legend) {
            return Map.of(
                    "legend",
                    Map.of(
                            "entries",
                            legend.entries().stream()
                                    .map(entry -> Map.of("label", entry.name(), "swatch", Swatch.svg(entry.look())))
                                    .toList()));
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
            return Map.of("table", TableView.of(table));
        } else if (element instanceof Figures figures) {
            return Map.of("figure", figure(figures, picture));
        }
        throw new IllegalArgumentException("no template for " + element.getClass());
    }

    private static Map<String, Object> figure(Figures figures, Function<Figures.Panel, byte[]> picture) {
        String size = switch (figures.size()) {
            case WIDE -> "wide";
            case HALF -> "half";
            case SMALL -> "small";
        };
        return Map.of(
                "caption",
                figures.caption(),
                "size",
                figures.panels().size() > ON_A_PAGE ? size + " tall" : size,
                "panels",
                figures.panels().stream()
                        .map(panel -> panel(panel, picture.apply(panel)))
                        .toList());
    }

    private static Map<String, Object> panel(Figures.Panel panel, byte[] png) {
        Map<String, Object> view = new HashMap<>();
        view.put("alt", panel.alt());
        view.put("file", "figures/" + panel.id() + ".png");
        view.put("width", panel.plot().width());
        view.put("height", panel.plot().height());
        view.put("drawn", png.length > 0);
        view.put("data", Base64.getEncoder().encodeToString(png));
        return view;
    }

    private static List<Map<String, String>> facts(List<Element.Fact> facts) {
        return facts.stream()
                .map(fact -> Map.of("term", fact.name(), "value", fact.value()))
                .toList();
    }

    /** The text with the five characters of markup escaped, and what no page may hold replaced. */
    static String escape(String raw) {
        StringBuilder safe = new StringBuilder(raw.length() + 16);
        VisibleText.of(raw).codePoints().forEach(point -> {
            switch (point) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(point);
            }
        });
        return safe.toString();
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
