package org.reconbench.harness.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The bare {@code reconbench}: holds the options that every verb has. */
@Command(
        name = "reconbench",
        versionProvider = RootCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Compares reconstruction-based anomaly detectors on tabular data: plain",
            "autoencoders (AE) against variational ones (VAE, beta-VAE, ...)."
        },
        footer = {
            "",
            "Start with   ./reconbench run --quick",
            "Your data    ./reconbench run --datasets my.csv",
            "More         ./reconbench COMMAND --help",
            "",
            "Exit codes: 0 ok, 1 internal error, 2 wrong input, 3 some trials not ok,",
            "4 gate failed, 5 stopped early (resumable), 130/143 interrupted."
        })
@SuppressWarnings("unused") // picocli acts on the flags; nothing reads the fields
final class RootCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help and exit.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the versions and exit.")
    private boolean version;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Show debug logs, and stack traces of errors.")
    private boolean verbose;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "no command given; there are "
                        + String.join(", ", spec.subcommands().keySet()));
    }

    /** What {@code --version} prints. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            BuildInfo build = BuildInfo.load();
            return new String[] {
                "reconbench " + build.version(),
                "DJL " + build.djl() + ", PyTorch " + build.pytorch() + ", Java " + System.getProperty("java.version")
            };
        }
    }
}
