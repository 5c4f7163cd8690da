package org.reconbench.reports.png;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A picture with at most 256 colours: its most frequent ones, every other pixel in the nearest of them. Charts have few
 * colours that matter, and one byte a pixel makes their files about a third as large.
 */
final class IndexedImage {
    private static final int COLOURS = 256;
    private static final int OPAQUE = 0xFFFFFF;

    private IndexedImage() {}

    /** A copy of an RGB picture; ties of frequency are broken by colour, so equal pictures give equal copies. */
    static BufferedImage of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        List<Map.Entry<Integer, Integer>> byCount = counts(pixels).entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        int size = Math.min(COLOURS, byCount.size());
        int[] palette = new int[size];
        Map<Integer, Byte> index = new HashMap<>();
        for (int i = 0; i < byCount.size(); i++) {
            int colour = byCount.get(i).getKey();
            if (i < size) {
                palette[i] = colour;
            }
            index.put(colour, (byte) (i < size ? i : nearest(palette, colour)));
        }
        IndexColorModel model = new IndexColorModel(8, size, palette, 0, false, -1, 0);
        BufferedImage indexed = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
        byte[] bytes = ((DataBufferByte) indexed.getRaster().getDataBuffer()).getData();
        int last = -1;
        byte at = 0;
        for (int i = 0; i < pixels.length; i++) {
            int colour = pixels[i] & OPAQUE;
            if (colour != last) {
                last = colour;
                at = index.getOrDefault(colour, (byte) 0);
            }
            bytes[i] = at;
        }
        return indexed;
    }

    private static Map<Integer, Integer> counts(int[] pixels) {
        Map<Integer, Integer> counts = new HashMap<>();
        int start = 0;
        for (int i = 1; i <= pixels.length; i++) {
            if (i == pixels.length || pixels[i] != pixels[start]) {
                counts.merge(pixels[start] & OPAQUE, i - start, Integer::sum);
                start = i;
            }
        }
        return counts;
    }

    private static int nearest(int[] palette, int colour) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < palette.length; i++) {
            int red = (palette[i] >> 16 & 0xFF) - (colour >> 16 & 0xFF);
            int green = (palette[i] >> 8 & 0xFF) - (colour >> 8 & 0xFF);
            int blue = (palette[i] & 0xFF) - (colour & 0xFF);
            int distance = red * red + green * green + blue * blue;
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }
}
