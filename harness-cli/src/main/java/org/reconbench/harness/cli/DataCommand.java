package org.reconbench.harness.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code data}: the verbs about data sets. */
@Command(name = "data", synopsisSubcommandLabel = "COMMAND", description = "Generate, inspect or fetch data sets.")
final class DataCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "no command given; there are "
                        + String.join(", ", spec.subcommands().keySet()));
    }
}
