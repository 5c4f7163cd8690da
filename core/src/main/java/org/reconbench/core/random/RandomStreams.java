package org.reconbench.core.random;

import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.reconbench.core.Sha256;

/**
 * The random streams of one seed, told apart by role: {@code init/encoder.0}, {@code shuffle}, {@code noise}, ...
 *
 * <p>A stream is an L64X128MixRandom generator seeded with the first eight bytes, big-endian, of the SHA-256 of {@code
 * "reconbench.stream/1 SEED ROLE"}. It depends on the seed and the role alone, so a draw in one role never shifts another, and two detectors with the same
 * seed share what they have in common: the same initial weights of layers of equal name and shape, the same batch order.
 * Differences between detectors over seeds are paired differences for that reason.
 */
public final class RandomStreams {
    private static final RandomGeneratorFactory<RandomGenerator> FACTORY =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private final long seed;

    /** The streams of one seed. */
    public RandomStreams(long seed) {
        this.seed = seed;
    }

    /** A fresh generator at the start of the stream of one role. Not thread-safe; each call starts anew. */
    public RandomGenerator stream(String role) {
        byte[] digest =
                new Sha256().add("reconbench.stream/1 " + seed + " " + role).bytes();
        // Not create(byte[]): JDK 17 sign-extends the bytes on the way and loses most of them, so that streams
        // coincide.
        return FACTORY.create(ByteBuffer.wrap(digest).getLong());
    }
}
