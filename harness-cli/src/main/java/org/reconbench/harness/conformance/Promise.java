package org.reconbench.harness.conformance;

import java.util.Optional;
import java.util.function.Function;

/**
 * One thing that every detector promises.
 *
 * @param id kebab-case name
 * @param summary what is promised, one sentence
 * @param exemption why it is not asked of a detector; empty if it is
 * @param probe looks whether it holds: returns what was seen, or throws {@link BrokenPromise}
 */
record Promise(
        String id, String summary, Function<Subject, Optional<String>> exemption, Function<Subject, String> probe) {

    /** A promise that is asked of every detector. */
    static Promise of(String id, String summary, Function<Subject, String> probe) {
        return new Promise(id, summary, subject -> Optional.empty(), probe);
    }

    /** Looks whether it holds. Whatever the detector throws is a broken promise. */
    Finding check(Subject subject) {
        try {
            return exemption
                    .apply(subject)
                    .map(why -> new Finding(id, Finding.Verdict.EXEMPT, why))
                    .orElseGet(() -> new Finding(id, Finding.Verdict.OK, probe.apply(subject)));
        } catch (BrokenPromise e) {
            return failed(String.valueOf(e.getMessage()));
        } catch (RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError e) {
            return failed("threw " + e);
        }
    }

    private Finding failed(String why) {
        return new Finding(id, Finding.Verdict.FAILED, why.replaceAll("\\s*\\R\\s*", " "));
    }
}
