package org.reconbench.nn.net;

/**
 * A dense layer.
 *
 * @param name names its random stream: layers of equal name, shape and seed start with equal weights
 * @param in number of inputs
 * @param out number of outputs
 */
public record LayerShape(String name, int in, int out) {

    /** Checks that there are inputs and outputs. */
    public LayerShape {
        if (in < 1 || out < 1) {
            throw new IllegalArgumentException(
                    "layer '" + name + "' is " + in + " x " + out + "; each must be 1 or more");
        }
    }

    /** The number of weights and biases. */
    public long parameters() {
        return (long) in * out + out;
    }
}
