package org.reconbench.nn.net;

import java.util.random.RandomGenerator;
import org.reconbench.core.random.RandomStreams;

/**
 * The initial weights of {@code torch.nn.Linear}: weights and biases uniform on {@code (-1/sqrt(in), 1/sqrt(in))}.
 *
 * <p>That is Kaiming-uniform with {@code a = sqrt(5)} (He et al. 2015) as PyTorch ships it. The numbers are drawn from
 * the stream {@code init/NAME} of the member's seed, weights first, row by row of {@code [in, out]}, then biases; they
 * are not PyTorch's own draws.
 */
public final class KaimingUniform {
    private KaimingUniform() {}

    /**
     * Draws one layer.
     *
     * @param weights receives {@code in * out} numbers
     * @param biases receives {@code out} numbers
     */
    public static void draw(RandomStreams streams, LayerShape layer, float[] weights, float[] biases) {
        RandomGenerator random = streams.stream("init/" + layer.name());
        double bound = 1 / Math.sqrt(layer.in());
        fill(random, bound, weights, layer.in() * layer.out());
        fill(random, bound, biases, layer.out());
    }

    private static void fill(RandomGenerator random, double bound, float[] target, int count) {
        for (int i = 0; i < count; i++) {
            target[i] = (float) ((2 * random.nextDouble() - 1) * bound);
        }
    }
}
