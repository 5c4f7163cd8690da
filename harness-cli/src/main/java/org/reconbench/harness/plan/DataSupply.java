package org.reconbench.harness.plan;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.reconbench.core.InputException;
import org.reconbench.core.data.Dataset;
import org.reconbench.core.data.TrainTest;

/**
 * Loads data sets and divides them, each as often as needed and as seldom as memory allows: what was used last is kept
 * within a budget of bytes. The same request gives the same object while it is kept. Thread-safe.
 */
public final class DataSupply {
    private final long budgetBytes;
    private final Map<Object, Entry> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<DatasetKey, String> fingerprints = new HashMap<>();
    private long keptBytes;

    private record Entry(Object value, long bytes) {}

    private record DatasetKey(DataChoice data, long seed) {}

    private record DividedKey(DataChoice data, ProtocolChoice protocol, long seed) {}

    /** A supply that keeps up to this many bytes. */
    public DataSupply(long budgetBytes) {
        this.budgetBytes = budgetBytes;
    }

    /** A supply that keeps up to a quarter of the heap. */
    public static DataSupply ofHeap() {
        return new DataSupply(Runtime.getRuntime().maxMemory() / 4);
    }

    /**
     * A data set as drawn for a seed.
     *
     * @throws InputException if it cannot be read, or is another one than when it was first read
     */
    public synchronized Dataset dataset(DataChoice data, long seed) {
        long drawn = data.seeded() ? seed : 0;
        return (Dataset) keep(new DatasetKey(data, drawn), () -> {
            Dataset loaded = data.load(drawn);
            checkUnchanged(new DatasetKey(data, drawn), loaded);
            return new Entry(loaded, bytes(loaded.rows().rows(), loaded.rows().columns()));
        });
    }

    /** A file that is read again may have been written over since. */
    private void checkUnchanged(DatasetKey key, Dataset loaded) {
        String before = fingerprints.putIfAbsent(key, loaded.sha256());
        if (before != null && !before.equals(loaded.sha256())) {
            throw InputException.of(
                    "the data of '" + key.data().name() + "' (" + key.data().origin()
                            + ") are not what they were when the plan was made: the file was written over");
        }
    }

    /** A data set divided and scaled by a protocol for a seed. */
    public synchronized TrainTest divided(DataChoice data, ProtocolChoice protocol, long seed) {
        return (TrainTest) keep(new DividedKey(data, protocol, seed), () -> {
            TrainTest divided = protocol.protocol().prepare(dataset(data, seed), protocol.params(), seed);
            TrainTest.Validation held = divided.validation();
            int rows = divided.train().rows()
                    + divided.test().rows()
                    + (held == null ? 0 : held.rows().rows());
            return new Entry(divided, bytes(rows, divided.train().columns()));
        });
    }

    private static long bytes(long rows, long columns) {
        return rows * columns * Double.BYTES;
    }

    private Object keep(Object key, Supplier<Entry> make) {
        Entry entry = kept.get(key);
        if (entry == null) {
            entry = make.get();
            kept.put(key, entry);
            keptBytes += entry.bytes();
            trim(key);
        }
        return entry.value();
    }

    private void trim(Object newest) {
        var oldest = kept.entrySet().iterator();
        while (keptBytes > budgetBytes && oldest.hasNext()) {
            Map.Entry<Object, Entry> candidate = oldest.next();
            if (!candidate.getKey().equals(newest)) {
                keptBytes -= candidate.getValue().bytes();
                oldest.remove();
            }
        }
    }
}
