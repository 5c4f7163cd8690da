package org.reconbench.nn.net;

import java.util.ArrayList;
import java.util.List;

/**
 * A dense encoder, one or more heads that share it, and the mirrored decoder.
 *
 * <p>{@code features -> hidden ... -> heads (latent each); latent -> hidden reversed ... -> features}, ReLU after every
 * hidden layer. An autoencoder has one head, the code, named {@code mu} so that it starts as the mean head of a
 * variational network of the same seed does; that one has {@code mu} and {@code logvar}.
 *
 * @param features number of columns
 * @param hidden widths of the encoder's hidden layers, outermost first; may be empty
 * @param latent number of latent units
 * @param heads names of the heads, {@code mu} first
 * @param extras layers after the output that a loss may use
 */
public record NetworkShape(
        int features, List<Integer> hidden, int latent, List<String> heads, List<LayerShape> extras) {

    /** Checks that there is a head, and copies. */
    public NetworkShape {
        hidden = List.copyOf(hidden);
        heads = List.copyOf(heads);
        extras = List.copyOf(extras);
        if (heads.isEmpty()) {
            throw new IllegalArgumentException("a network needs at least one head");
        }
    }

    /** A shape without extra layers. */
    public NetworkShape(int features, List<Integer> hidden, int latent, List<String> heads) {
        this(features, hidden, latent, heads, List.of());
    }

    /** Where the output stands among the layers. */
    public int output() {
        return 2 * hidden.size() + heads.size();
    }

    /** The layers in the order of the flat arrays: encoder, heads, decoder, output, extras. */
    public List<LayerShape> layers() {
        List<LayerShape> layers = new ArrayList<>();
        int width = features;
        for (int i = 0; i < hidden.size(); i++) {
            layers.add(new LayerShape("encoder." + i, width, hidden.get(i)));
            width = hidden.get(i);
        }
        for (String head : heads) {
            layers.add(new LayerShape(head, width, latent));
        }
        width = latent;
        for (int i = 0; i < hidden.size(); i++) {
            int next = hidden.get(hidden.size() - 1 - i);
            layers.add(new LayerShape("decoder." + i, width, next));
            width = next;
        }
        layers.add(new LayerShape("output", width, features));
        layers.addAll(extras);
        return layers;
    }

    /** The number of trained numbers of one network. */
    public long parameters() {
        return layers().stream().mapToLong(LayerShape::parameters).sum();
    }

    /** How many activations one row leaves behind in a training step, gradients not counted. */
    public long activations() {
        return features + layers().stream().mapToLong(LayerShape::out).sum();
    }
}
