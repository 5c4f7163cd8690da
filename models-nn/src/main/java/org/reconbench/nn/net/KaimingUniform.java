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

    /** Draws a network: layer by layer, weights {@code [in, out]} before biases. */
    public static float[] draw(RandomStreams streams, NetworkShape shape) {
        float[] drawn = new float[Math.toIntExact(shape.parameters())];
        int at = 0;
        for (LayerShape layer : shape.layers()) {
            RandomGenerator random = streams.stream("init/" + layer.name());
            double bound = 1 / Math.sqrt(layer.in());
            int end = at + Math.toIntExact(layer.parameters());
            while (at < end) {
                drawn[at++] = (float) ((2 * random.nextDouble() - 1) * bound);
            }
        }
        return drawn;
    }
}
