package org.reconbench.harness.cli;

/** How a verb prints its result; users write it in lower case. */
public enum Format {
    /** For people. */
    TABLE,
    /** For programs. */
    JSON;

    @Override
    public String toString() {
        return this == TABLE ? "table" : "json";
    }
}
