package org.reconbench.reports.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One page of a headless Chromium, driven over its DevTools protocol. */
public final class Browser implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_SECONDS = 120;

    private final Process process;
    private final WebSocket socket;
    private final Events events;
    private final String session;
    private final Path profile;
    private final Set<String> opened = new HashSet<>();
    private int sent;

    private Browser(Process process, Path profile) throws Exception {
        this.process = process;
        this.profile = profile;
        String address = address(process);
        this.events = new Events();
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address), events)
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        String target = send("", "Target.createTarget", Map.of("url", "about:blank"))
                .path("targetId")
                .asText();
        this.session = send("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .path("sessionId")
                .asText();
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            call(domain + ".enable", Map.of());
        }
        Thread drain = new Thread(() -> drain(process), "chromium-" + profile.getFileName());
        drain.setDaemon(true);
        drain.start();
    }

    /** The program, if the machine has it on its path. */
    public static Optional<Path> program() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(path.split(File.pathSeparator, -1)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts the program with a profile of its own, which {@link #close} deletes. */
    public static Browser start(Path program, Path profile) throws Exception {
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return new Browser(process, profile);
        } catch (Exception e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static String address(Process process) throws IOException {
        BufferedReader said = process.errorReader(StandardCharsets.UTF_8);
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.contains("DevTools listening on ")) {
                return line.substring(line.indexOf("ws://"));
            }
        }
        throw new IOException("chromium ended without a word");
    }

    private static void drain(Process process) {
        try {
            BufferedReader said = process.errorReader(StandardCharsets.UTF_8);
            while (said.readLine() != null) {
                // A full pipe would stop the browser.
            }
        } catch (IOException e) {
            process.destroy();
        }
    }

    /** Opens a file in a window of that size and waits until it is loaded. */
    public void open(Path file, int width, int height) throws Exception {
        size(width, height);
        int before = events.count("Page.loadEventFired");
        String url = file.toUri().toString();
        opened.add(url);
        call("Page.navigate", Map.of("url", url));
        waitFor(() -> events.count("Page.loadEventFired") > before, file + " to load");
    }

    /** Waits until an expression on the page is true. */
    public void await(String script) throws Exception {
        waitFor(() -> evaluate("Boolean(" + script + ")").asBoolean(), script);
    }

    private static void waitFor(Callable<Boolean> condition, String what) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                throw new IOException("waited in vain for " + what);
            }
            Thread.sleep(20);
        }
    }

    /** Gives the page a viewport of that size: unlike a window, it may be as narrow as a phone. */
    public void size(int width, int height) throws Exception {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** The value of an expression on the page. */
    public JsonNode evaluate(String script) throws Exception {
        JsonNode answer = call("Runtime.evaluate", Map.of("expression", script, "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new IOException(answer.path("exceptionDetails").toString());
        }
        return answer.path("result").path("value");
    }

    /** One command of the DevTools protocol. */
    public JsonNode call(String method, Map<String, Object> params) throws Exception {
        return send(session, method, params);
    }

    private synchronized JsonNode send(String to, String method, Map<String, Object> params) throws Exception {
        int id = ++sent;
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", JSON.valueToTree(params));
        if (!to.isEmpty()) {
            message.put("sessionId", to);
        }
        CompletableFuture<JsonNode> answer = events.expect(id);
        socket.sendText(message.toString(), true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        JsonNode got = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (got.has("error")) {
            throw new IOException(method + ": " + got.path("error"));
        }
        return got.path("result");
    }

    /** What the reader of the page has asked for: {@code media} is screen or print, a feature a preference and its value. */
    public void emulate(String media, Map<String, String> features) throws Exception {
        List<Map<String, String>> asked = features.entrySet().stream()
                .map(each -> Map.of("name", each.getKey(), "value", each.getValue()))
                .toList();
        call("Emulation.setEmulatedMedia", Map.of("media", media, "features", asked));
    }

    /** Presses and releases a key that is not a letter, such as Tab or Enter. */
    public void press(String key, int code) throws Exception {
        Map<String, Object> pressed = Map.of("key", key, "code", key, "windowsVirtualKeyCode", code);
        Map<String, Object> down = new java.util.HashMap<>(pressed);
        down.put("type", key.equals("Enter") ? "keyDown" : "rawKeyDown");
        if (key.equals("Enter")) {
            down.put("text", "\r");
        }
        call("Input.dispatchKeyEvent", down);
        Map<String, Object> up = new java.util.HashMap<>(pressed);
        up.put("type", "keyUp");
        call("Input.dispatchKeyEvent", up);
    }

    /** The page as a PDF, with the paper that its style asks for. */
    public byte[] printed() throws Exception {
        JsonNode answer = call("Page.printToPDF", Map.of("preferCSSPageSize", true, "printBackground", true));
        return Base64.getDecoder().decode(answer.path("data").asText());
    }

    /**
     * What went wrong on all pages so far: exceptions, dialogs, errors and warnings on the console, and requests for
     * anything but the pages that were opened.
     */
    public List<String> complaints() {
        Stream<String> thrown = events("Runtime.exceptionThrown").stream().map(JsonNode::toString);
        Stream<String> dialogs = events("Page.javascriptDialogOpening").stream().map(JsonNode::toString);
        Stream<String> logged = events("Log.entryAdded").stream()
                .map(event -> event.path("entry"))
                .filter(entry ->
                        List.of("error", "warning").contains(entry.path("level").asText()))
                .map(JsonNode::toString);
        Stream<String> said = events("Runtime.consoleAPICalled").stream().map(JsonNode::toString);
        Stream<String> asked = events("Network.requestWillBeSent").stream()
                .map(event -> event.path("request").path("url").asText())
                .filter(url -> !url.startsWith("data:") && !url.equals("about:blank") && !opened.contains(url))
                .map(url -> "asked for " + url);
        return Stream.of(thrown, dialogs, logged, said, asked)
                .flatMap(each -> each)
                .toList();
    }

    /** The events of a kind so far. */
    private List<JsonNode> events(String method) {
        return events.all.stream()
                .filter(event -> event.path("method").asText().equals(method))
                .map(event -> event.path("params"))
                .toList();
    }

    /** Ends the browser and what it started, and deletes its profile as far as it lets go of it. */
    @Override
    public void close() throws IOException {
        socket.abort();
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(handle -> handle.onExit().join());
        try (Stream<Path> files = Files.walk(profile)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** What the browser says, answers apart from events. */
    private static final class Events implements WebSocket.Listener {
        private final StringBuilder part = new StringBuilder();
        private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
        private final List<JsonNode> all = new CopyOnWriteArrayList<>();

        CompletableFuture<JsonNode> expect(int id) {
            return answers.computeIfAbsent(id, key -> new CompletableFuture<>());
        }

        int count(String method) {
            return (int) all.stream()
                    .filter(event -> event.path("method").asText().equals(method))
                    .count();
        }

        @Override
        @SuppressWarnings("NullAway") // null means: the message is used up
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                try {
                    JsonNode message = JSON.readTree(part.toString());
                    if (message.has("id")) {
                        expect(message.path("id").asInt()).complete(message);
                    } else {
                        all.add(message);
                    }
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
                part.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
