package org.reconbench.reports;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A rendered page, parsed as XML by the JDK. */
public final class Page {
    private final String text;
    private final Document document;

    private Page(String text, Document document) {
        this.text = text;
        this.document = document;
    }

    /** Parses; fails when the page is not well-formed. */
    public static Page of(String text) throws Exception {
        var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        return new Page(text, builder.parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    }

    public String text() {
        return text;
    }

    /** Every element of a tag; {@code *} for all. */
    public List<Element> all(String tag) {
        return below(document.getDocumentElement(), tag);
    }

    /** Every element of a tag that passes. */
    public List<Element> all(String tag, Predicate<Element> wanted) {
        return all(tag).stream().filter(wanted).toList();
    }

    /** Every element of a tag below another. */
    public static List<Element> below(Element parent, String tag) {
        NodeList nodes = parent.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    /** The section of that id. */
    public Element section(String id) {
        return all("section", element -> element.getAttribute("id").equals(id)).get(0);
    }

    /** Ids of all sections, in order. */
    public List<String> sections() {
        return all("section").stream()
                .map(element -> element.getAttribute("id"))
                .toList();
    }

    /** The sentence that opens a section. */
    public String finding(String id) {
        return below(section(id), "p").get(0).getTextContent();
    }
}
