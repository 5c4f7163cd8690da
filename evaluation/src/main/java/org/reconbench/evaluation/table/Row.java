package org.reconbench.evaluation.table;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.reconbench.core.run.TrialRecord;

/**
 * One configuration of a detector on one data set under one protocol, over its seeds.
 *
 * @param key what the row is about; its configuration is the label to show
 * @param detector the detector's id
 * @param family the family's id: {@code ae}, {@code vae}, {@code reference}
 * @param configId of the configuration
 * @param params all resolved parameters, dotted names, in the records' order
 * @param varying those parameters that vary among the detector's configurations in the run, as shown in the label
 * @param cells one for every measure
 * @param ok how many trials gave numbers
 * @param failed how many ended otherwise
 * @param notes in the order of their kinds
 * @param trials every trial of the row, failed ones included, in plan order: the points behind the means
 */
public record Row(
        RowKey key,
        String detector,
        String family,
        String configId,
        Map<String, Object> params,
        Map<String, String> varying,
        Map<Measure, Cell> cells,
        int ok,
        int failed,
        List<Note> notes,
        List<TrialRecord> trials) {

    /** Copies; maps keep their order. */
    public Row {
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
        varying = Collections.unmodifiableMap(new LinkedHashMap<>(varying));
        cells = Collections.unmodifiableMap(new EnumMap<>(cells));
        notes = List.copyOf(notes);
        trials = List.copyOf(trials);
    }

    /** The label of the configuration: {@code beta-vae beta=0.1}. */
    public String label() {
        return key.configuration();
    }

    /** One measure over the trials. */
    public Cell cell(Measure measure) {
        return Objects.requireNonNull(cells.get(measure));
    }

    /** Whether this is a trained network rather than a reference. */
    public boolean network() {
        return !family.equals("reference");
    }

    /** The texts of the notes, separated by {@code ", "}. */
    public String noteText() {
        return notes.stream().map(Note::text).collect(Collectors.joining(", "));
    }

    Row withNotes(List<Note> derived) {
        return new Row(key, detector, family, configId, params, varying, cells, ok, failed, derived, trials);
    }
}
