package org.reconbench.nn.objective;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads TorchScript text from the resources beside a class. */
public final class ScriptText {
    private ScriptText() {}

    /**
     * The text of a resource.
     *
     * @param owner the class beside which it lies
     * @throws IllegalArgumentException if there is none of that name
     */
    public static String beside(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource '" + name + "' beside " + owner.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
