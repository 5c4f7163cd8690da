package org.reconbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFetchTest {
    @TempDir
    private Path directory = Path.of("");

    /** The folder of public data beside the project, found by walking up. */
    private static Path published() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path found = at.resolve("shared/data/adbench");
            if (Files.isDirectory(found)) {
                return found;
            }
        }
        Assumptions.abort("no shared/data/adbench beside the project");
        throw new IllegalStateException("not reached");
    }

    private Captured fetch(String name, String from) {
        return Captured.run("data", "fetch", name, "--from", from, "-o", directory.toString());
    }

    @Test
    void without_a_name_it_lists_what_it_knows() {
        Captured captured = Captured.run("data", "fetch");
        assertEquals(0, captured.code());
        assertTrue(captured.out().contains("6_cardio.npz"));
        assertEquals(FetchCatalogue.all().size() + 1, captured.outLines().size());
    }

    @Test
    void a_published_file_is_copied_once() {
        String from = published().toString();
        Captured first = fetch("glass", from);
        assertEquals(0, first.code(), first.err());
        assertTrue(Files.isRegularFile(directory.resolve("14_glass.npz")));
        assertTrue(fetch("14_glass", from).out().contains("already there"));
    }

    @Test
    void a_file_that_is_not_the_published_one_is_refused_and_not_kept() throws IOException {
        Path fake = Files.createDirectory(directory.resolve("fake"));
        Files.writeString(fake.resolve("14_glass.npz"), "not the data");
        Captured captured = fetch("glass", fake.toString());
        assertEquals(2, captured.code());
        assertTrue(captured.err().contains("sha256"), captured.err());
        assertFalse(Files.exists(directory.resolve("14_glass.npz")));
        assertFalse(Files.exists(directory.resolve("14_glass.npz.part")));
    }

    @Test
    void a_web_address_serves_as_well() throws IOException {
        byte[] bytes = Files.readAllBytes(published().resolve("14_glass.npz"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/Classical/14_glass.npz", exchange -> {
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            String address = "http://localhost:" + server.getAddress().getPort() + "/Classical";
            assertEquals(0, fetch("glass", address).code());
            assertArrayEquals(bytes, Files.readAllBytes(directory.resolve("14_glass.npz")));
            Captured absent = fetch("wilt", address);
            assertEquals(2, absent.code());
            assertTrue(absent.err().contains("the server answered 404"), absent.err());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void wrong_requests_are_refused() {
        assertEquals(2, Captured.run("data", "fetch", "cardio").code());
        assertTrue(fetch("cardo", ".").err().contains("did you mean 'cardio'?"));
        assertTrue(fetch("cardio", directory.toString()).err().contains("there is no such file"));
        assertEquals(2, fetch("cardio", "http://not an address").code());
    }
}
