package org.reconbench.harness.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.reconbench.core.InputException;
import org.reconbench.core.detector.Params;

/**
 * A part of a plan that one machine runs. Together the shards of a plan hold each of its trials once; which shard has
 * which depends on the plan and the count alone.
 *
 * @param index from 1 to the count
 * @param count how many shards there are
 */
public record Shard(int index, int count) {
    private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,3})/([1-9][0-9]{0,3})");

    /**
     * Reads {@code 2/3}.
     *
     * @throws InputException if the text is not of that form, or the index is beyond the count
     */
    public static Shard parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (matcher.matches()) {
            Shard shard = new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
            if (shard.index <= shard.count) {
                return shard;
            }
        }
        throw InputException.of("--shard " + text + ": must be i/n with i from 1 to n and n up to 9999, such as 2/3");
    }

    private record Block(DataChoice data, ProtocolChoice protocol, String configId) {}

    /**
     * The shard of each trial, by trial id. The trials of one configuration on one data set under one protocol stay
     * together, so that they still train as cohorts. These blocks are handed out from the costliest to the cheapest, each
     * to the shard with the least work so far; the cost of a trial is taken to be its train rows times its epochs.
     *
     * @throws InputException if there are more shards than blocks
     */
    static Map<String, Integer> assign(List<PlannedTrial> trials, int count) {
        Map<Block, List<PlannedTrial>> blocks = new LinkedHashMap<>();
        for (PlannedTrial trial : trials) {
            Block block =
                    new Block(trial.data(), trial.protocol(), trial.detector().configId());
            blocks.computeIfAbsent(block, key -> new ArrayList<>()).add(trial);
        }
        if (blocks.size() < count) {
            throw InputException.of("--shard .../" + count + ": the plan has only " + blocks.size()
                    + " blocks (configurations on a data set under a protocol), so there can be at most "
                    + blocks.size() + " shards");
        }
        List<List<PlannedTrial>> costliestFirst = new ArrayList<>(blocks.values());
        costliestFirst.sort(Comparator.comparingDouble(Shard::cost).reversed());
        double[] work = new double[count];
        Map<String, Integer> shards = new HashMap<>();
        for (List<PlannedTrial> block : costliestFirst) {
            int least = least(work);
            work[least] += cost(block);
            block.forEach(trial -> shards.put(trial.trialId(), least + 1));
        }
        return shards;
    }

    private static int least(double[] work) {
        double least = Arrays.stream(work).min().orElseThrow();
        int at = 0;
        while (work[at] != least) {
            at++;
        }
        return at;
    }

    private static double cost(List<PlannedTrial> block) {
        double cost = 0;
        for (PlannedTrial trial : block) {
            Params params = trial.detector().params();
            int epochs = params.has("epochs") ? params.integer("epochs") : 1;
            cost += (double) trial.profile().rows() * epochs;
        }
        return cost;
    }

    @Override
    public String toString() {
        return index + "/" + count;
    }
}
