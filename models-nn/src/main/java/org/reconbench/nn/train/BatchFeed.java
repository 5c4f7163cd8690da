package org.reconbench.nn.train;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.reconbench.core.random.RandomStreams;
import org.reconbench.nn.net.ParameterLayout;

/**
 * Row order and noise of every member, epoch by epoch, in memory that the program reads in place.
 *
 * <p>An epoch is cut into pieces of equal batches, so that memory does not grow with the rows; the cut depends on rows and
 * batch alone. Each member draws from its own streams: {@code shuffle}, one Fisher-Yates pass an epoch over the order of
 * the epoch before, and {@code noise}, N(0, 1) by {@link Ziggurat}, batch by batch, and in a batch unit by unit.
 */
final class BatchFeed {
    private static final int PIECE_ROWS = 8192;

    private final int[][] orders;
    private final long[] offsets;
    private final List<RandomGenerator> shuffles = new ArrayList<>();
    private final List<Ziggurat> noises = new ArrayList<>();
    private final int latent;
    private final DataType type;
    private final double[] drawn;
    private final float[] single;
    private final List<Piece> pieces = new ArrayList<>();

    /**
     * Equal batches that follow each other in an epoch.
     *
     * @param from position of the first row in the epoch's order
     * @param order {@code [batches, K, size]} rows of the stacked data
     * @param noise {@code [batches, K, latent, size]}, latent rounded up as laid out, 0 where none is needed
     */
    record Piece(int from, int batches, int size, Shared order, Shared noise) {}

    /** An array and the memory it lies in; views of that memory are made once, not for every batch. */
    record Shared(PtNDArray array, LongBuffer longs, FloatBuffer floats, DoubleBuffer doubles) {
        static Shared of(PtNDManager scope, DataType type, long... shape) {
            Shape of = new Shape(shape);
            ByteBuffer memory = ByteBuffer.allocateDirect(Math.toIntExact(of.size() * type.getNumOfBytes()))
                    .order(ByteOrder.nativeOrder());
            return new Shared(
                    scope.create(memory, of, type),
                    memory.asLongBuffer(),
                    memory.asFloatBuffer(),
                    memory.asDoubleBuffer());
        }
    }

    /**
     * A feed at the start of all streams.
     *
     * @param scope owns the arrays
     * @param rows rows of each member's train set
     * @param offsets where each member's train set starts in the stacked data
     * @param latent draws of noise a row; 0 for none
     */
    BatchFeed(
            PtNDManager scope,
            List<RandomStreams> members,
            int rows,
            long[] offsets,
            int batch,
            int latent,
            DataType type) {
        this.offsets = offsets.clone();
        this.latent = latent;
        this.type = type;
        int most = Math.min(batch, rows) * latent;
        drawn = new double[type == DataType.FLOAT64 ? most : 0];
        single = new float[type == DataType.FLOAT64 ? 0 : most];
        orders = new int[members.size()][rows];
        for (int k = 0; k < members.size(); k++) {
            for (int i = 0; i < rows; i++) {
                orders[k][i] = i;
            }
            shuffles.add(members.get(k).stream("shuffle"));
            noises.add(new Ziggurat(members.get(k).stream("noise")));
        }
        cut(scope, rows, batch);
    }

    private void cut(PtNDManager scope, int rows, int batch) {
        int most = Math.max(1, PIECE_ROWS / batch);
        int from = 0;
        while (from < rows) {
            int size = Math.min(batch, rows - from);
            int batches = Math.min(most, (rows - from) / size);
            pieces.add(piece(scope, from, batches, size));
            from += batches * size;
        }
    }

    private Piece piece(PtNDManager scope, int from, int batches, int size) {
        for (Piece earlier : pieces) {
            if (earlier.batches == batches && earlier.size == size) {
                return new Piece(from, batches, size, earlier.order, earlier.noise);
            }
        }
        int k = orders.length;
        return new Piece(
                from,
                batches,
                size,
                Shared.of(scope, DataType.INT64, batches, k, size),
                Shared.of(scope, type, batches, k, ParameterLayout.aligned(latent), size));
    }

    /** The pieces of an epoch; those of equal shape share memory, so fill and use one before the next. */
    List<Piece> pieces() {
        return pieces;
    }

    /** Draws every member's order of a new epoch. */
    void shuffle() {
        for (int k = 0; k < orders.length; k++) {
            RandomGenerator random = shuffles.get(k);
            int[] order = orders[k];
            for (int i = order.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int swapped = order[i];
                order[i] = order[j];
                order[j] = swapped;
            }
        }
    }

    /** Writes a piece's order and fresh noise into its memory. */
    void fill(Piece piece) {
        int k = orders.length;
        long[] row = new long[piece.size];
        for (int b = 0; b < piece.batches; b++) {
            for (int m = 0; m < k; m++) {
                int at = piece.from + b * piece.size;
                for (int i = 0; i < piece.size; i++) {
                    row[i] = offsets[m] + orders[m][at + i];
                }
                piece.order.longs.put((b * k + m) * piece.size, row);
                if (latent > 0) {
                    draw(piece, (b * k + m) * piece.size, noises.get(m));
                }
            }
        }
    }

    private void draw(Piece piece, int firstRow, Ziggurat normal) {
        int at = firstRow * ParameterLayout.aligned(latent);
        int count = piece.size * latent;
        if (type == DataType.FLOAT64) {
            normal.fill(drawn, count);
            piece.noise.doubles.put(at, drawn, 0, count);
        } else {
            normal.fill(single, count);
            piece.noise.floats.put(at, single, 0, count);
        }
    }
}
