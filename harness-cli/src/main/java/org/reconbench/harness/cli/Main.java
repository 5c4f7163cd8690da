package org.reconbench.harness.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The entry point: parses, hands over to one verb, ends with its exit code. */
public final class Main {
    private Main() {}

    /** Runs one command line and ends the process. */
    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT);
        boolean verbose = Failures.verbose(args);
        if (verbose) {
            System.setProperty("reconbench.log", "DEBUG");
            System.setProperty("reconbench.log.libraries", "INFO");
        }
        // Whether a stream is a terminal is the launcher's to say: Java 17 cannot tell them apart.
        Console console = Console.system(
                System.getenv(), Boolean.getBoolean("reconbench.tty.out"), Boolean.getBoolean("reconbench.tty.err"));
        System.setOut(console.out());
        System.setErr(console.err());
        System.exit(run(console, args));
    }

    /**
     * Runs one command line inside this process.
     *
     * @return the exit code, one of {@link ExitCode}
     */
    public static int run(Console console, String... args) {
        Failures failures = new Failures(console, Failures.verbose(args));
        try {
            return commandLine(console, failures).execute(args);
        } catch (StackOverflowError | OutOfMemoryError | LinkageError e) {
            return failures.internal(e);
        } finally {
            console.out().flush();
            console.err().flush();
        }
    }

    /** Every verb, in the order of the help text: a new one is one line here. */
    private static List<Object> verbs(Console console) {
        return List.of(
                new RunCommand(console),
                new PlanCommand(console),
                new ReportCommand(console),
                new ExportCommand(console),
                new CompareCommand(console),
                new EvaluateCommand(console),
                new PublishCommand(console),
                new StatusCommand(console),
                new MergeCommand(console),
                new ListCommand(console),
                new DescribeCommand(console),
                new SuggestBetaCommand(console),
                data(console),
                new CheckDetectorCommand(console),
                new DoctorCommand(console));
    }

    private static CommandLine data(Console console) {
        return new CommandLine(new DataCommand())
                .addSubcommand(new DataGenerateCommand(console))
                .addSubcommand(new DataInspectCommand(console))
                .addSubcommand(new DataFetchCommand(console));
    }

    private static CommandLine commandLine(Console console, Failures failures) {
        CommandLine root = new CommandLine(new RootCommand());
        verbs(console).forEach(root::addSubcommand);
        root.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        root.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        root.setColorScheme(CommandLine.Help.defaultColorScheme(console.colour() ? Ansi.ON : Ansi.OFF));
        root.setUsageHelpWidth(Math.min(console.width(), 100));
        root.setUsageHelpLongOptionsMaxWidth(26);
        root.setAbbreviatedOptionsAllowed(false);
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setParameterExceptionHandler(failures);
        root.setExecutionExceptionHandler(failures);
        return root;
    }
}
