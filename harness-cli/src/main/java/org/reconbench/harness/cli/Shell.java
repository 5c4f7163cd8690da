package org.reconbench.harness.cli;

/** Words as a shell takes them, for commands that the user may copy. */
final class Shell {
    private Shell() {}

    /** The word, in quotes if it needs them. */
    static String quoted(Object word) {
        String text = word.toString();
        return text.matches("[A-Za-z0-9_./=,:@%+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
