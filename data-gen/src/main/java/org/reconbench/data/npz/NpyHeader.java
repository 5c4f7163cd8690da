package org.reconbench.data.npz;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of an .npy stream, format versions 1 to 3: {@code \x93NUMPY}, the version, the length of a Python dictionary
 * literal, and that literal.
 */
final class NpyHeader {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int MAX_LENGTH = 1 << 20;
    private static final int ALIGNMENT = 64;
    private static final Pattern DESCR = Pattern.compile("['\"]descr['\"]\\s*:\\s*(?:['\"]([^'\"]*)['\"]|(\\[))");
    private static final Pattern FORTRAN = Pattern.compile("['\"]fortran_order['\"]\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("['\"]shape['\"]\\s*:\\s*\\(([0-9L,\\s]{0,1000})\\)");

    private final NpyType type;
    private final ByteOrder order;
    private final boolean fortran;
    private final int[] shape;
    private final int elements;

    private NpyHeader(NpyType type, ByteOrder order, boolean fortran, int[] shape, int elements) {
        this.type = type;
        this.order = order;
        this.fortran = fortran;
        this.shape = shape;
        this.elements = elements;
    }

    /** What is wrong with an array, in words that go after its name. */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /** Reads a head and leaves the stream at the first element. */
    static NpyHeader read(DataInputStream in) throws IOException {
        byte[] start = in.readNBytes(MAGIC.length + 2);
        if (start.length < MAGIC.length + 2 || !Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new Refused("is not in NumPy's .npy format");
        }
        int version = start[MAGIC.length];
        if (version < 1 || version > 3) {
            throw new Refused("has .npy version " + version + "; versions 1 to 3 are known");
        }
        int length = Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
        if (version > 1) {
            length |= Short.toUnsignedInt(Short.reverseBytes(in.readShort())) << 16;
        }
        if (length < 0 || length > MAX_LENGTH) {
            throw new Refused("has a head of " + Integer.toUnsignedString(length) + " bytes; " + MAX_LENGTH
                    + " is the most allowed");
        }
        byte[] text = in.readNBytes(length);
        if (text.length < length) {
            throw new EOFException();
        }
        return parse(new String(text, StandardCharsets.UTF_8));
    }

    private static NpyHeader parse(String text) throws Refused {
        Matcher descr = DESCR.matcher(text);
        Matcher fortran = FORTRAN.matcher(text);
        Matcher shape = SHAPE.matcher(text);
        if (!descr.find() || !fortran.find() || !shape.find()) {
            throw new Refused("has a head without descr, fortran_order or shape");
        }
        if (descr.group(1) == null || descr.group(1).length() < 2) {
            throw new Refused("has fields (a structured type); save plain numbers");
        }
        String code = descr.group(1);
        NpyType type = NpyType.find(code.substring(1)).orElse(null);
        if (type == null || "<>|=".indexOf(code.charAt(0)) < 0) {
            throw new Refused(String.format(
                    Locale.ROOT, "holds %s ('%s'); allowed are f8, f4, i1 to i8, u1 to u8 and bool", kind(code), code));
        }
        int[] axes = axes(shape.group(1));
        ByteOrder order = code.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return new NpyHeader(type, order, fortran.group(1).equals("True"), axes, elements(axes));
    }

    private static String kind(String code) {
        return switch (code.charAt(1)) {
            case 'O' -> "Python objects";
            case 'U', 'S', 'a' -> "text";
            case 'c' -> "complex numbers";
            case 'M', 'm' -> "dates";
            default -> "numbers of an unknown type";
        };
    }

    private static int[] axes(String text) throws Refused {
        try {
            return Arrays.stream(text.replace("L", "").split(","))
                    .map(String::strip)
                    .filter(axis -> !axis.isEmpty())
                    .mapToInt(Integer::parseInt)
                    .toArray();
        } catch (NumberFormatException e) {
            throw new Refused("has shape (" + text + "); axes up to " + Integer.MAX_VALUE + " are allowed");
        }
    }

    private static int elements(int[] axes) throws Refused {
        long product = 1;
        for (int axis : axes) {
            product = axis == 0 ? 0 : product * axis;
            if (product > Integer.MAX_VALUE - 8) {
                throw new Refused(
                        "has shape " + Arrays.toString(axes) + "; at most " + (Integer.MAX_VALUE - 8) + " values fit");
            }
        }
        return (int) product;
    }

    /** The bytes of a version 1 head for an array in C order, padded so that the elements begin at a multiple of 64. */
    static byte[] bytes(NpyType type, int[] shape) {
        StringBuilder axes = new StringBuilder();
        for (int axis : shape) {
            axes.append(axes.length() == 0 ? "" : " ").append(axis).append(',');
        }
        if (shape.length > 1) {
            axes.setLength(axes.length() - 1);
        }
        StringBuilder text = new StringBuilder(
                "{'descr': '" + type.descr() + "', 'fortran_order': False, 'shape': (" + axes + "), }");
        while ((MAGIC.length + 4 + text.length() + 1) % ALIGNMENT != 0) {
            text.append(' ');
        }
        text.append('\n');
        byte[] bytes = Arrays.copyOf(MAGIC, MAGIC.length + 4 + text.length());
        bytes[MAGIC.length] = 1;
        bytes[MAGIC.length + 2] = (byte) text.length();
        bytes[MAGIC.length + 3] = (byte) (text.length() >>> 8);
        byte[] literal = text.toString().getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(literal, 0, bytes, MAGIC.length + 4, literal.length);
        return bytes;
    }

    NpyType type() {
        return type;
    }

    ByteOrder order() {
        return order;
    }

    boolean fortran() {
        return fortran;
    }

    int[] shape() {
        return shape;
    }

    int elements() {
        return elements;
    }
}
