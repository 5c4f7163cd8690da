package org.reconbench.core;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of this vocabulary, as far as it matters to code that was compiled against it.
 *
 * <p>While the first number is 0, every second number may break what was built against another. From 1.0 on a program
 * takes what was built against an equal first number and a second number that is not newer.
 *
 * @param major the first number
 * @param minor the second number
 */
public record CoreVersion(int major, int minor) {
    /** The version of the classes at hand. */
    public static final CoreVersion CURRENT = new CoreVersion(0, 1);

    /** The manifest attribute of a plug-in's jar that names the version it was built against. */
    public static final String ATTRIBUTE = "ReconBench-Core";

    private static final Pattern TEXT = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})([.-].*)?");

    /** Reads {@code 0.1}, {@code 0.1.7} or {@code 0.1.0-SNAPSHOT}; empty for anything else. */
    public static Optional<CoreVersion> parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(new CoreVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    /** Whether code built against another version runs with this one. */
    public boolean accepts(CoreVersion built) {
        return built.major == major && (major == 0 ? built.minor == minor : built.minor <= minor);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
