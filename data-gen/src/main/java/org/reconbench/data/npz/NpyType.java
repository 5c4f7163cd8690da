package org.reconbench.data.npz;

import java.nio.ByteBuffer;
import java.util.Optional;

/** The element types that can be read and written. */
public enum NpyType {
    /** 64-bit float. */
    F8("f8"),
    /** 32-bit float. */
    F4("f4"),
    /** 8-bit signed integer. */
    I1("i1"),
    /** 16-bit signed integer. */
    I2("i2"),
    /** 32-bit signed integer. */
    I4("i4"),
    /** 64-bit signed integer; read as doubles, rounded beyond 2^53. */
    I8("i8"),
    /** 8-bit unsigned integer. */
    U1("u1"),
    /** 16-bit unsigned integer. */
    U2("u2"),
    /** 32-bit unsigned integer. */
    U4("u4"),
    /** 64-bit unsigned integer; read as doubles, rounded beyond 2^53. */
    U8("u8"),
    /** True or false, as 1 and 0. */
    BOOL("b1");

    private final String code;

    NpyType(String code) {
        this.code = code;
    }

    /** The type with NumPy's code without the byte order: {@code f8}. */
    static Optional<NpyType> find(String code) {
        for (NpyType type : values()) {
            if (type.code.equals(code)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** NumPy's description, little-endian. */
    String descr() {
        return (bytes() == 1 ? "|" : "<") + code;
    }

    /** Bytes of an element. */
    int bytes() {
        return code.charAt(1) - '0';
    }

    /** The next element of a buffer in the buffer's byte order. */
    double read(ByteBuffer buffer) {
        return switch (this) {
            case F8 -> buffer.getDouble();
            case F4 -> buffer.getFloat();
            case I1 -> buffer.get();
            case I2 -> buffer.getShort();
            case I4 -> buffer.getInt();
            case I8 -> buffer.getLong();
            case U1 -> Byte.toUnsignedInt(buffer.get());
            case U2 -> Short.toUnsignedInt(buffer.getShort());
            case U4 -> Integer.toUnsignedLong(buffer.getInt());
            case U8 -> unsigned(buffer.getLong());
            case BOOL -> buffer.get() == 0 ? 0 : 1;
        };
    }

    /** Appends an element that the type holds exactly. */
    void write(ByteBuffer buffer, double value) {
        switch (this) {
            case F8 -> buffer.putDouble(value);
            case F4 -> buffer.putFloat((float) value);
            case I1, U1, BOOL -> buffer.put((byte) (int) value);
            case I2, U2 -> buffer.putShort((short) (int) value);
            case I4, U4 -> buffer.putInt((int) (long) value);
            case I8, U8 -> buffer.putLong((long) value);
        }
    }

    private static double unsigned(long bits) {
        if (bits >= 0) {
            return bits;
        }
        // halved with the lost bit kept sticky, so that the one rounding is to nearest even
        return (double) (bits >>> 1 | (bits & 1)) * 2.0;
    }
}
