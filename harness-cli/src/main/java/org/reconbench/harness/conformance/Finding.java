package org.reconbench.harness.conformance;

/**
 * What became of one check.
 *
 * @param check the check's id
 * @param verdict how it ended
 * @param detail what was seen, or what is wrong; one line
 */
public record Finding(String check, Verdict verdict, String detail) {

    /** How a check ends. */
    public enum Verdict {
        /** The promise holds. */
        OK,
        /** It does not. */
        FAILED,
        /** It is not asked of this detector. */
        EXEMPT
    }

    /** Whether the promise does not hold. */
    public boolean failed() {
        return verdict == Verdict.FAILED;
    }
}
