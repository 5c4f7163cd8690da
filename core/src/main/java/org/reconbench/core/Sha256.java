package org.reconbench.core;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 digest fed piece by piece. Not thread-safe. */
public final class Sha256 {
    private static final int CHUNK = 8192;

    private final MessageDigest digest;

    /** An empty digest. */
    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The lower-case hex digest of a text's UTF-8 bytes. */
    public static String hexOf(String text) {
        return new Sha256().add(text).hex();
    }

    /** Adds a text's UTF-8 bytes. */
    public Sha256 add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Adds bytes. */
    public Sha256 add(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
        return this;
    }

    /** Adds doubles, each as its eight little-endian bytes. */
    public Sha256 add(double[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int start = 0; start < values.length; start += CHUNK) {
            int count = Math.min(CHUNK, values.length - start);
            buffer.clear();
            buffer.asDoubleBuffer().put(values, start, count);
            digest.update(buffer.array(), 0, count * Double.BYTES);
        }
        return this;
    }

    /** The 32 bytes of the digest; starts anew. */
    public byte[] bytes() {
        return digest.digest();
    }

    /** The digest as 64 lower-case hex digits; starts anew. */
    public String hex() {
        return HexFormat.of().formatHex(bytes());
    }
}
