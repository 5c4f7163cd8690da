package org.reconbench.reports.html;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reconbench.reports.plot.Plot;
import org.reconbench.reports.plot.PlotData;
import org.reconbench.reports.plot.VisibleText;
import org.reconbench.reports.study.Numbers;

/** The numbers of a picture as a plain table: at most {@value #MOST} rows, evenly picked, the first and the last among them. */
final class DataTable {
    static final int MOST = 21;
    /** A table of names is shown whole up to this length. */
    private static final int NAMES = 60;

    private DataTable() {}

    static String of(Plot plot) {
        PlotData data = PlotData.of(plot);
        List<List<@Nullable Object>> rows = data.rows();
        boolean named = !rows.isEmpty() && rows.get(0).get(0) instanceof String;
        int most = named ? NAMES : MOST;
        int shown = Math.min(most, rows.size());
        StringBuilder out = new StringBuilder("<div class=\"numbers\" tabindex=\"0\"><table><caption>");
        out.append(VisibleText.markup(plot.title()));
        if (shown < rows.size()) {
            out.append(" (").append(shown).append(" of ").append(rows.size()).append(" rows)");
        }
        out.append("</caption><tr>");
        data.columns()
                .forEach(title ->
                        out.append("<th>").append(VisibleText.markup(title)).append("</th>"));
        out.append("</tr>");
        for (int i = 0; i < shown; i++) {
            int at = shown < 2 ? 0 : (int) Math.round(i * (rows.size() - 1.0) / (shown - 1));
            out.append("<tr>");
            rows.get(at).forEach(cell -> out.append("<td>").append(text(cell)).append("</td>"));
            out.append("</tr>");
        }
        return out.append("</table></div>").toString();
    }

    private static String text(@Nullable Object cell) {
        if (cell instanceof Double number) {
            return Double.isFinite(number) ? Numbers.plain(number) : Numbers.NONE;
        }
        return cell == null ? Numbers.NONE : VisibleText.markup(cell.toString());
    }
}
