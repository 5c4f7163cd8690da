package org.reconbench.nn.train;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import java.util.List;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.random.RandomStreams;
import org.reconbench.nn.engine.Engine;
import org.reconbench.nn.engine.Script;
import org.reconbench.nn.net.KaimingUniform;
import org.reconbench.nn.net.NetworkShape;
import org.reconbench.nn.net.ParameterLayout;
import org.reconbench.nn.objective.Objective;
import org.reconbench.nn.objective.Reconstruction;
import org.reconbench.nn.objective.ScriptText;

/**
 * K networks in one flat array, and the program that trains and reads them.
 *
 * <p>K is at least 2: with one network libtorch takes other kernels for some shapes, whose last bits differ.
 */
final class Networks implements AutoCloseable {
    /** Rows of half a block of scoring. */
    private static final int BLOCK = 128;

    /** Numbers read at a time when scoring. */
    private static final int READ = 1 << 18;

    private final PtNDManager scope;
    private final Script script;
    private final NetworkShape shape;
    private final Objective objective;
    private final ParameterLayout layout;
    private final int count;
    private final DataType type;
    private final PtNDArray parameters;

    /** What reading rows gives. */
    static final class Reading {
        private final double[] errors;
        private final List<float[]> heads;

        private Reading(double[] errors, List<float[]> heads) {
            this.errors = errors;
            this.heads = heads;
        }

        /** Squared reconstruction error of each row at the first head's code. */
        double[] errors() {
            return errors;
        }

        /** One head's values, {@code [rows, latent]} row-major. */
        float[] head(int index) {
            return heads.get(index);
        }
    }

    /** Networks at their initial weights; {@code members} is 2 or more. */
    Networks(NetworkShape shape, Objective objective, List<RandomStreams> members, DataType type) {
        this.shape = shape;
        this.objective = objective;
        this.count = members.size();
        this.layout = new ParameterLayout(shape.layers(), count);
        this.type = type;
        scope = Engine.open();
        try {
            script = Script.compile(
                    scope,
                    ScriptText.beside(Engine.class, "network.torchscript")
                            + objective.reconstruction().script()
                            + objective.latent().script());
            parameters = array(scope, initial(members));
        } catch (RuntimeException | Error e) {
            scope.close();
            throw e;
        }
    }

    int count() {
        return count;
    }

    DataType type() {
        return type;
    }

    PtNDManager scope() {
        return scope;
    }

    Script script() {
        return script;
    }

    PtNDArray parameters() {
        return parameters;
    }

    /** In and out of each layer as laid out. */
    long[] widths() {
        return layout.widths();
    }

    boolean sigmoid() {
        return objective.reconstruction().output() == Reconstruction.Output.SIGMOID;
    }

    long heads() {
        return shape.heads().size();
    }

    private float[] initial(List<RandomStreams> members) {
        float[] flat = layout.empty(sigmoid());
        for (int k = 0; k < count; k++) {
            float[] plain = KaimingUniform.draw(members.get(k), shape);
            layout.visit(k, (from, place) -> flat[place] = plain[from]);
        }
        return flat;
    }

    /** Numbers in native memory aligned as libtorch's own arrays are. */
    PtNDArray array(PtNDManager target, float[] numbers) {
        try (PtNDManager passing = Engine.open();
                PtNDArray shared = (PtNDArray) passing.create(numbers, new Shape(numbers.length));
                PtNDArray typed = shared.toType(type, true)) {
            PtNDArray own = (PtNDArray) typed.duplicate();
            own.attach(target);
            return own;
        }
    }

    /** The numbers of one network, layer by layer, weights {@code [in, out]} before biases. */
    double[] parametersOf(int network) {
        return numbersOf(network, parameters);
    }

    /** The numbers of one network in an array laid out like the parameters. */
    double[] numbersOf(int network, PtNDArray array) {
        double[] flat = doubles(array);
        double[] own = new double[Math.toIntExact(shape.parameters())];
        layout.visit(network, (to, place) -> own[to] = flat[place]);
        return own;
    }

    private static double[] doubles(PtNDArray array) {
        try (PtNDArray wide = array.toType(DataType.FLOAT64, true)) {
            return wide.toDoubleArray();
        }
    }

    private static float[] floats(PtNDArray array) {
        try (PtNDArray single = array.toType(DataType.FLOAT32, true)) {
            return single.toFloatArray();
        }
    }

    /** Reads rows with one network. A row's reading does not depend on the other rows. */
    Reading read(int network, Matrix rows) {
        int columns = ParameterLayout.aligned(rows.columns());
        int n = rows.rows();
        int latent = shape.latent();
        double[] errors = new double[n];
        List<float[]> heads =
                shape.heads().stream().map(head -> new float[n * latent]).toList();
        int blocks = Math.max(1, READ / (2 * BLOCK * columns));
        for (int from = 0; from < n; from += blocks * 2 * BLOCK) {
            int to = Math.min(n, from + blocks * 2 * BLOCK);
            int padded = (to - from + 2 * BLOCK - 1) / (2 * BLOCK) * (2 * BLOCK);
            try (PtNDManager reading = Engine.open()) {
                List<PtNDArray> read = script.callList(
                        reading,
                        "score",
                        parameters,
                        (long) count,
                        (long) network,
                        widths(),
                        heads(),
                        rows(reading, rows, from, to, padded),
                        (long) BLOCK,
                        sigmoid());
                System.arraycopy(read.get(0).toDoubleArray(), 0, errors, from, to - from);
                for (int j = 0; j < heads.size(); j++) {
                    strip(floats(read.get(j + 1)), to - from, latent, heads.get(j), from);
                }
            }
        }
        return new Reading(errors, heads);
    }

    /** Rows as the program takes them: aligned columns, and rows of zeros up to the given number. */
    PtNDArray rows(PtNDManager target, Matrix rows, int from, int to, int padded) {
        int columns = rows.columns();
        int aligned = ParameterLayout.aligned(columns);
        float[] numbers = new float[padded * aligned];
        if (columns == aligned) {
            rows.copyFloats(from, to, numbers, 0);
        } else {
            for (int i = from; i < to; i++) {
                rows.copyFloats(i, i + 1, numbers, (i - from) * aligned);
            }
        }
        return (PtNDArray) array(target, numbers).reshape(padded, aligned);
    }

    private static void strip(float[] aligned, int rows, int columns, float[] target, int at) {
        int wide = ParameterLayout.aligned(columns);
        for (int i = 0; i < rows; i++) {
            System.arraycopy(aligned, i * wide, target, (at + i) * columns, columns);
        }
    }

    /** Frees everything. */
    @Override
    public void close() {
        script.close();
        scope.close();
    }
}
