package org.reconbench.reports.png;

import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jfree.chart.JFreeChart;
import org.reconbench.reports.plot.CloudPlot;
import org.reconbench.reports.plot.DotPlot;
import org.reconbench.reports.plot.HeatPlot;
import org.reconbench.reports.plot.HistogramPlot;
import org.reconbench.reports.plot.LinePlot;
import org.reconbench.reports.plot.Plot;
import org.reconbench.reports.plot.RankPlot;
import org.reconbench.reports.plot.ScatterPlot;

/** Turns plots into PNG files of twice their layout size, sharp on fine screens and in print. */
public final class Pictures {
    private static final int SCALE = 2;
    /** Deflate level 4: flat pictures come out about as small as at level 9, which takes many times as long. */
    private static final float SPEED = 0.5f;

    private Pictures() {}

    /**
     * Whether pictures can be drawn here: a Java runtime without fonts cannot.
     *
     * @return false where no font can be found
     */
    public static boolean canDraw() {
        try {
            return GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames().length > 0
                    && Theme.TITLE.canDisplay('A');
        } catch (LinkageError | RuntimeException e) {
            return false;
        }
    }

    /** The PNG file of a plot. */
    public static byte[] png(Plot plot) {
        return encode(IndexedImage.of(draw(plot)));
    }

    static BufferedImage draw(Plot plot) {
        BufferedImage image =
                new BufferedImage(plot.width() * SCALE, plot.height() * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(SCALE, SCALE);
            if (plot instanceof RankPlot ranks) {
                RankPicture.draw(graphics, ranks);
            } else {
                chart(plot).draw(graphics, new Rectangle2D.Double(0, 0, plot.width(), plot.height()));
            }
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private static JFreeChart chart(Plot plot) {
        if (plot instanceof LinePlot lines) {
            return LineChart.of(lines);
        } else if (plot instanceof HistogramPlot histogram) {
            return HistogramChart.of(histogram);
        } else if (plot instanceof HeatPlot heat) {
            return HeatChart.of(heat);
        } else if (plot instanceof ScatterPlot scatter) {
            return ScatterChart.of(scatter);
        } else if (plot instanceof CloudPlot clouds) {
            return CloudChart.of(clouds);
        } else if (plot instanceof DotPlot dots) {
            return DotChart.of(dots);
        }
        throw new IllegalArgumentException("no renderer for " + plot.getClass());
    }

    private static byte[] encode(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWriters(ImageTypeSpecifier.createFromRenderedImage(image), "png")
                .next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(SPEED);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException("a PNG could not be written to memory", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
