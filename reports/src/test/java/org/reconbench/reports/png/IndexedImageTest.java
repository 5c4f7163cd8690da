package org.reconbench.reports.png;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class IndexedImageTest {
    @Test
    void few_colours_are_kept_exactly() {
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 256; i++) {
            image.setRGB(i % 16, i / 16, i * 0x010203 & 0xFFFFFF);
        }
        BufferedImage indexed = IndexedImage.of(image);
        for (int i = 0; i < 256; i++) {
            assertEquals(image.getRGB(i % 16, i / 16), indexed.getRGB(i % 16, i / 16));
        }
    }

    @Test
    void of_many_colours_the_frequent_stay_and_the_rare_go_to_the_nearest() {
        BufferedImage image = new BufferedImage(300, 2, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 300; x++) {
            image.setRGB(x, 0, x < 256 ? x << 16 : 0x0000FF);
            image.setRGB(x, 1, x < 256 ? x << 16 : 0x0000FF);
        }
        image.setRGB(299, 1, 0x0100FE);
        BufferedImage indexed = IndexedImage.of(image);
        assertEquals(0xFF0000FF, indexed.getRGB(298, 1));
        assertEquals(0xFF0000FF, indexed.getRGB(299, 1), "the rare colour is next to the blue");
        assertEquals(0xFFC80000, indexed.getRGB(200, 0));
    }
}
