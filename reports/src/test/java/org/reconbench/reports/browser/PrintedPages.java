package org.reconbench.reports.browser;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** A PDF's pages, and where on them the marks of {@link Inspection#mark} came to stand. */
final class PrintedPages extends PDFTextStripper {
    /** Points: half a millimetre, which letters at the very edge of a picture may reach past the margin. */
    private static final double SLACK = 1.5;

    private static final double A4_WIDTH = 595.3;
    private static final double A4_HEIGHT = 841.9;
    private static final Pattern MARK = Pattern.compile("q([PF]\\d+)([ab])q");

    private final Map<String, Integer> first = new HashMap<>();
    private final Map<String, Integer> last = new HashMap<>();
    private final List<String> misplaced = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int pages;

    private PrintedPages() {}

    static PrintedPages of(byte[] pdf) throws IOException {
        PrintedPages read = new PrintedPages();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                if (Math.abs(page.getMediaBox().getWidth() - A4_WIDTH) > SLACK
                        || Math.abs(page.getMediaBox().getHeight() - A4_HEIGHT) > SLACK) {
                    read.misplaced.add("a page of " + page.getMediaBox() + " instead of A4");
                }
            }
            read.pages = document.getNumberOfPages();
            read.text.append(read.getText(document));
        }
        return read;
    }

    int count() {
        return pages;
    }

    String text() {
        return text.toString();
    }

    /** Figures and panels that stand on more than one page or reach past its edge, and letters outside of the paper. */
    List<String> cut(int figures, int panels) {
        List<String> cut = new ArrayList<>(misplaced);
        for (int panel = 0; panel < panels; panel++) {
            String mark = "P" + panel;
            if (!first.containsKey(mark) || !last.containsKey(mark)) {
                cut.add("panel " + panel + " is not printed whole");
            }
        }
        for (String mark : first.keySet()) {
            if (!first.get(mark).equals(last.get(mark))) {
                cut.add(mark + " begins on page " + first.get(mark) + " and ends on " + last.get(mark));
            }
        }
        if (first.keySet().stream().filter(mark -> mark.startsWith("F")).count() > figures) {
            cut.add("more figures than the page has");
        }
        return cut;
    }

    @Override
    protected void writeString(String word, List<TextPosition> letters) throws IOException {
        Matcher mark = MARK.matcher(word);
        while (mark.find()) {
            (mark.group(2).equals("a") ? first : last).put(mark.group(1), getCurrentPageNo());
        }
        for (TextPosition letter : letters) {
            if (!letter.getUnicode().isBlank()
                    && (letter.getXDirAdj() < -SLACK
                            || (letter.getDir() == 0
                                    && letter.getXDirAdj() + letter.getWidthDirAdj() > A4_WIDTH + SLACK))) {
                misplaced.add("'" + word + "' leaves page " + getCurrentPageNo());
                break;
            }
        }
        super.writeString(word, letters);
    }
}
