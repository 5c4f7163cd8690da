package org.reconbench.nn.train;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import java.util.Arrays;
import java.util.List;
import org.reconbench.core.data.Matrix;
import org.reconbench.core.random.RandomStreams;
import org.reconbench.nn.engine.Engine;
import org.reconbench.nn.engine.Script;
import org.reconbench.nn.net.KaimingUniform;
import org.reconbench.nn.net.LayerShape;
import org.reconbench.nn.net.NetworkShape;
import org.reconbench.nn.net.ParameterLayout;
import org.reconbench.nn.objective.Objective;
import org.reconbench.nn.objective.Reconstruction;
import org.reconbench.nn.objective.ScriptText;
import org.reconbench.nn.objective.Taped;

/**
 * K networks in one flat array, and the program that trains and reads them.
 *
 * <p>K is at least 2: with one network libtorch takes other kernels for some shapes, whose last bits differ.
 */
final class Networks implements AutoCloseable {
    private final PtNDManager scope;
    private final Script script;
    private final NetworkShape shape;
    private final Objective objective;
    private final ParameterLayout layout;
    private final int count;
    private final DataType type;
    private final float[] mask;
    private final PtNDArray parameters;

    /** Networks at their initial weights; {@code members} is 2 or more. */
    Networks(NetworkShape shape, Objective objective, List<RandomStreams> members, DataType type) {
        this.shape = shape;
        this.objective = objective;
        this.count = members.size();
        this.layout = new ParameterLayout(shape.layers(), shape.output(), count);
        this.type = type;
        scope = Engine.open();
        try {
            script = Script.compile(
                    scope,
                    ScriptText.beside(Engine.class, "network.torchscript")
                            + ScriptText.beside(
                                    Engine.class,
                                    objective instanceof Taped ? "taped.torchscript" : "derived.torchscript")
                            + objective.script());
            mask = mask(members);
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
        return sigmoid(objective);
    }

    static boolean sigmoid(Objective objective) {
        return objective.reconstruction().output() == Reconstruction.Output.SIGMOID;
    }

    /** 1 for each number that is trained and 0 for the others, laid out like the parameters; empty if all are. */
    float[] mask() {
        return mask;
    }

    private float[] initial(List<RandomStreams> members) {
        float[] flat = layout.empty(sigmoid());
        for (int k = 0; k < count; k++) {
            float[] plain = KaimingUniform.draw(members.get(k), shape);
            layout.visit(k, (from, place) -> flat[place] = mask.length == 0 ? plain[from] : plain[from] * mask[place]);
        }
        return flat;
    }

    private float[] mask(List<RandomStreams> members) {
        if (!(objective instanceof Taped taped) || taped.connections() == null) {
            return new float[0];
        }
        float[] flat = new float[layout.size()];
        for (int k = 0; k < count; k++) {
            float[] plain = kept(taped.connections(), members.get(k));
            layout.visit(k, (from, place) -> flat[place] = plain[from]);
        }
        return flat;
    }

    private float[] kept(Taped.Connections connections, RandomStreams streams) {
        float[] plain = new float[Math.toIntExact(shape.parameters())];
        Arrays.fill(plain, 1);
        int at = 0;
        for (LayerShape layer : shape.layers()) {
            boolean[] kept = connections.kept(streams.stream("connections/" + layer.name()), layer);
            for (int i = 0; i < kept.length; i++) {
                plain[at + i] = kept[i] ? 1 : 0;
            }
            at += Math.toIntExact(layer.parameters());
        }
        return plain;
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

    /** Frees everything. */
    @Override
    public void close() {
        script.close();
        scope.close();
    }
}
