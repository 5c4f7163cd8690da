package org.reconbench.harness.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;

/** A stand-in for the program that the launcher starts: prints what it was given. */
final class FakeProgram {
    private static final String SOURCE = """
            package org.reconbench.harness.cli;
            public class Main {
                public static void main(String[] args) throws Exception {
                    var out = new java.io.PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, "UTF-8");
                    out.println("directory=" + System.getProperty("user.dir"));
                    out.println("fixture=" + System.getProperty("fixture"));
                    out.println("tty=" + System.getProperty("reconbench.tty.out"));
                    for (String arg : args) {
                        out.println("argument=" + arg);
                    }
                    if (args[0].equals("wait")) {
                        out.println("ready");
                        Thread.sleep(60_000);
                    }
                    System.exit(args[0].equals("exit") ? Integer.parseInt(args[1]) : 0);
                }
            }
            """;

    private FakeProgram() {}

    /** Compiles it into a jar. */
    static Path jar(Path directory) throws IOException {
        Path source = Files.writeString(directory.resolve("Main.java"), SOURCE);
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", directory.toString(), source.toString());
        if (failed != 0) {
            throw new IOException("the stand-in does not compile");
        }
        String name = "org/reconbench/harness/cli/Main.class";
        Path jar = directory.resolve("program.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            out.putNextEntry(new JarEntry(name));
            Files.copy(directory.resolve(name), out);
        }
        return jar;
    }
}
