package org.reconbench.harness.cli;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.reconbench.core.InputException;
import org.reconbench.core.Suggestion;
import org.reconbench.harness.run.RunBrokenException;
import org.reconbench.harness.store.IoReason;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever goes wrong into one or two plain lines and an exit code; the stack trace is for {@code -v}. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final Console console;
    private final boolean verbose;

    Failures(Console console, boolean verbose) {
        this.console = console;
        this.verbose = verbose;
    }

    @Override
    public int handleParseException(ParameterException failure, String[] args) {
        if (failure.getCause() instanceof InputException input) {
            return input(input);
        }
        CommandLine command = failure.getCommandLine();
        line(describe(failure, command));
        line("see '" + command.getCommandSpec().qualifiedName() + " --help'");
        trace(failure);
        return ExitCode.INPUT.code();
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult result) {
        if (failure instanceof InputException input) {
            return input(input);
        }
        if (failure instanceof RunBrokenException broken) {
            line(String.valueOf(broken.getMessage()));
            line("what was recorded is safe; make room, then go on with 'reconbench run --resume -o DIR'");
            trace(broken);
            return ExitCode.STOPPED.code();
        }
        if (failure instanceof UncheckedIOException refused) {
            line("a file cannot be read or written: " + IoReason.of(refused));
            trace(refused);
            return ExitCode.INTERNAL.code();
        }
        return internal(failure);
    }

    /** Reports the user's own mistake. */
    private int input(InputException failure) {
        line(String.valueOf(failure.getMessage()));
        trace(failure);
        return ExitCode.INPUT.code();
    }

    /** Reports a failure of the program. */
    int internal(Throwable failure) {
        line("internal error: " + failure);
        if (!verbose) {
            line("run it again with -v for the stack trace");
        }
        trace(failure);
        return ExitCode.INTERNAL.code();
    }

    private static String describe(ParameterException failure, CommandLine command) {
        if (failure instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String word = unmatched.getUnmatched().get(0);
            if (unmatched.isUnknownOption()) {
                String name = word.replaceFirst("=.*", "");
                return "unknown option '" + name + "'" + Suggestion.hint(name, options(command));
            }
            Collection<String> verbs = command.getSubcommands().keySet();
            return verbs.isEmpty()
                    ? "unexpected argument '" + word + "'"
                    : "unknown command '" + word + "'" + Suggestion.hint(word, verbs) + "; there are "
                            + String.join(", ", verbs);
        }
        if (failure.getArgSpec() != null && failure.getArgSpec().type().isEnum() && failure.getValue() != null) {
            List<String> choices = Arrays.stream(failure.getArgSpec().type().getEnumConstants())
                    .map(Object::toString)
                    .toList();
            ArgSpec argument = failure.getArgSpec();
            String name = argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
            return name + " = " + failure.getValue() + ": must be one of " + String.join(", ", choices)
                    + Suggestion.hint(failure.getValue(), choices);
        }
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    private static List<String> options(CommandLine command) {
        List<String> names =
                new ArrayList<>(command.getCommandSpec().optionsMap().keySet());
        names.removeIf(name -> !name.startsWith("--"));
        return names;
    }

    private void line(String text) {
        text.lines().forEach(line -> console.err().println("reconbench: " + line));
    }

    private void trace(Throwable failure) {
        if (verbose) {
            failure.printStackTrace(console.err());
        }
    }

    /** Whether the words of a command line ask for stack traces and debug logs. */
    static boolean verbose(String[] args) {
        return Arrays.stream(args)
                .takeWhile(arg -> !arg.equals("--"))
                .anyMatch(arg -> arg.equals("-v") || arg.equals("--verbose"));
    }
}
