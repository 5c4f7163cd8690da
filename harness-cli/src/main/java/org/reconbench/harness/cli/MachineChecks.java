package org.reconbench.harness.cli;

import com.sun.management.OperatingSystemMXBean;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What {@code doctor} asks of the machine. */
final class MachineChecks {
    private static final long MIB = 1L << 20;
    private static final long LEAST_MEMORY = 2048 * MIB;
    private static final long LEAST_DISK = 1024 * MIB;
    private static final int LEAST_JAVA = 17;

    private MachineChecks() {}

    static Check java() {
        String found = System.getProperty("java.version") + ", " + System.getProperty("java.vendor");
        return Runtime.version().feature() >= LEAST_JAVA
                ? Check.ok("java", found)
                : Check.fail("java", found, "install a JDK " + LEAST_JAVA + " or newer");
    }

    static Check system() {
        String threads = System.getenv().getOrDefault("OMP_NUM_THREADS", "not set");
        return Check.ok(
                "system",
                System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                        + Runtime.getRuntime().availableProcessors() + " cores, OMP_NUM_THREADS " + threads);
    }

    static Check memory() {
        if (!(ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system)) {
            return Check.ok("memory", "unknown on this Java");
        }
        long total = system.getTotalMemorySize();
        String found = size(total) + " in all, " + size(Runtime.getRuntime().maxMemory()) + " for Java's heap";
        return total >= LEAST_MEMORY
                ? Check.ok("memory", found)
                : Check.fail("memory", found, "give the machine at least " + size(LEAST_MEMORY));
    }

    static Check disk(Path directory) {
        try {
            long usable = Files.getFileStore(directory.toAbsolutePath()).getUsableSpace();
            return usable >= LEAST_DISK
                    ? Check.ok("disk", size(usable) + " free here")
                    : Check.fail("disk", size(usable) + " free here", "free at least " + size(LEAST_DISK));
        } catch (IOException e) {
            return Check.fail("disk", e.toString(), "run it in a directory that can be read");
        }
    }

    /** Whether a run could make its directory: tried in the nearest directory that exists. */
    static Check writable(Path runs) {
        Path place = runs.toAbsolutePath();
        while (!Files.isDirectory(place) && place.getParent() != null) {
            place = place.getParent();
        }
        try {
            Files.delete(Files.createTempFile(place, ".reconbench", ".tmp"));
            return Check.ok("runs", place + " can be written");
        } catch (IOException e) {
            return Check.fail("runs", place + " cannot be written", "run it elsewhere, or choose a directory with -o");
        }
    }

    /** Whether charts can carry text: draws some. */
    static Check fonts() {
        String remedy = "install fontconfig and a font (Debian: apt install fontconfig fonts-dejavu-core)";
        try {
            int families = GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames().length;
            Graphics2D graphics = new BufferedImage(64, 16, BufferedImage.TYPE_INT_RGB).createGraphics();
            graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
            graphics.drawString("0.95", 2, 12);
            graphics.dispose();
            return families > 0
                    ? Check.ok("fonts", families + " families")
                    : Check.fail("fonts", "no font family found", remedy);
        } catch (RuntimeException | LinkageError | InternalError e) {
            return Check.fail("fonts", "text cannot be drawn: " + e, remedy);
        }
    }

    private static String size(long bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", bytes / (1024.0 * MIB));
    }
}
