package org.reconbench.nn.engine;

import ai.djl.ndarray.NDList;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A program compiled from TorchScript text.
 *
 * <p>TorchScript reaches libtorch's operators that DJL does not expose - baddbmm, threshold_backward, the fused Adam - and
 * runs loops without a call into native code for each operator. The graph is interpreted as written: libtorch's own
 * rewriting is off, since what it makes of a program depends on how often it has run. Not thread-safe.
 */
public final class Script implements AutoCloseable {
    private final PtSymbolBlock module;

    private Script(PtSymbolBlock module) {
        this.module = module;
    }

    /**
     * Compiles a class {@code Program(Module)}.
     *
     * @throws RuntimeException with libtorch's message if the text does not compile
     */
    public static Script compile(PtNDManager scope, String text) {
        try {
            return new Script(
                    JniUtils.loadModule(scope, new ByteArrayInputStream(ScriptArchive.pack(text)), false, false));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read from memory", e);
        }
    }

    /**
     * Calls a method that returns a tensor.
     *
     * @param scope owns the result
     * @param arguments arrays, {@code PtNDArray[]} (a list of tensors), Long, Double, Boolean, long[] or double[]
     */
    public PtNDArray call(PtNDManager scope, String method, Object... arguments) {
        try (Arguments values = new Arguments(arguments);
                IValue result = values.pass(module, method)) {
            return result.toTensor(scope);
        }
    }

    /** Calls a method that returns a list of tensors; otherwise as {@link #call}. */
    public List<PtNDArray> callList(PtNDManager scope, String method, Object... arguments) {
        try (Arguments values = new Arguments(arguments);
                IValue result = values.pass(module, method)) {
            return List.of(result.toTensorArray(scope));
        }
    }

    /**
     * Calls the method {@code forward} with lists of tensors; inside, operations are recorded, so that the program can
     * differentiate them itself. Several threads may do so at a time.
     *
     * @param scope owns the result
     */
    public PtNDArray forwardTaped(PtNDManager scope, List<List<PtNDArray>> arguments) {
        NDList named = new NDList();
        for (int i = 0; i < arguments.size(); i++) {
            for (PtNDArray array : arguments.get(i)) {
                array.setName("argument" + i + "[]"); // arrays of one such name go in as a list
                named.add(array);
            }
        }
        JniUtils.setGraphExecutorOptimize(false); // switches of the calling thread
        JniUtils.setGradMode(true);
        try {
            PtNDArray result =
                    (PtNDArray) IValueUtils.forward(module, named, true).singletonOrThrow();
            result.attach(scope);
            return result;
        } finally {
            JniUtils.setGradMode(false);
        }
    }

    @Override
    public void close() {
        module.close();
    }

    /** The arguments of one call as native values, freed after it. */
    private static final class Arguments implements AutoCloseable {
        private final List<IValue> values = new ArrayList<>();

        Arguments(Object[] arguments) {
            for (Object argument : arguments) {
                values.add(valueOf(argument));
            }
        }

        IValue pass(PtSymbolBlock module, String method) {
            JniUtils.setGraphExecutorOptimize(false); // a switch of the calling thread
            return IValueUtils.runMethod(module, method, values.toArray(new IValue[0]));
        }

        private static IValue valueOf(Object argument) {
            if (argument instanceof PtNDArray array) {
                return IValue.from(array);
            } else if (argument instanceof PtNDArray[] arrays) {
                return IValue.listFrom(arrays);
            } else if (argument instanceof Long number) {
                return IValue.from(number);
            } else if (argument instanceof Double number) {
                return IValue.from(number);
            } else if (argument instanceof Boolean flag) {
                return IValue.from(flag);
            } else if (argument instanceof long[] numbers) {
                return IValue.listFrom(numbers);
            } else if (argument instanceof double[] numbers) {
                return IValue.listFrom(numbers);
            }
            throw new IllegalArgumentException(
                    "cannot pass a " + argument.getClass().getName() + " to a program");
        }

        @Override
        public void close() {
            values.forEach(IValue::close);
        }
    }
}
