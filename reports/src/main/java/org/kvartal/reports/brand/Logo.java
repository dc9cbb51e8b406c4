package org.kvartal.reports.brand;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import javax.imageio.ImageIO;

/** A picture file as markup that carries the picture in itself: a PNG drawn anew, or an SVG of plain shapes. */
final class Logo {
    private static final long MOST_BYTES = 256 * 1024;
    private static final int MOST_PIXELS = 2000;

    private Logo() {}

    /** @throws IllegalArgumentException with the rule that the file breaks: "must be …" */
    static String read(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        try {
            if (Files.isRegularFile(file) && Files.size(file) > MOST_BYTES) {
                throw new IllegalArgumentException("must be at most " + MOST_BYTES + " bytes long");
            }
            if (name.endsWith(".svg")) {
                return SvgShapes.of(Files.readString(file));
            }
            if (name.endsWith(".png")) {
                return png(Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("must be a picture that can be read: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException("must be a PNG or SVG file");
    }

    /** Only the pixels stay, whatever else the file holds. */
    private static String png(byte[] bytes) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
        if (image == null) {
            throw new IllegalArgumentException("must be a PNG picture, and is none");
        }
        if (image.getWidth() > MOST_PIXELS || image.getHeight() > MOST_PIXELS) {
            throw new IllegalArgumentException("must be at most " + MOST_PIXELS + " pixels wide and high");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return "<img alt=\"\" src=\"data:image/png;base64,"
                + Base64.getEncoder().encodeToString(out.toByteArray()) + "\"/>";
    }
}
