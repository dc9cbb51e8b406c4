package org.kvartal.reports.chart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * How wide a text is in the font of the report. Measured from the font file and not by the graphics of the JDK, which
 * differ between machines and are absent on some.
 */
final class TextWidth {
    private static final String FONT = "/fonts/IBMPlexSans-Regular.ttf";

    /** Semibold is about this much wider than regular; also covers letters of other scripts. */
    private static final double MARGIN = 1.04;

    private static final String ELLIPSIS = "…";

    private static final TextWidth PLEX = new TextWidth();

    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final double unitsPerEm;

    private TextWidth() {
        try (InputStream in = Objects.requireNonNull(TextWidth.class.getResourceAsStream(FONT), FONT)) {
            font = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
            glyphs = font.getUnicodeCmapLookup();
            unitsPerEm = font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the font " + FONT, e);
        }
    }

    static double of(String text, double size) {
        return PLEX.measure(text) * size * MARGIN;
    }

    /** The text, or as much of its beginning as fits with an ellipsis behind it. */
    static String fitted(String text, double size, double width) {
        double ellipsis = of(ELLIPSIS, size);
        double taken = 0;
        int end = 0;
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            taken += PLEX.width(text.codePointAt(i)) * size * MARGIN;
            if (taken > width) {
                return text.substring(0, end).strip() + ELLIPSIS;
            }
            if (taken + ellipsis <= width) {
                end = text.offsetByCodePoints(i, 1);
            }
        }
        return text;
    }

    private double measure(String text) {
        return text.codePoints().mapToDouble(this::width).sum();
    }

    private synchronized double width(int codePoint) {
        try {
            return font.getAdvanceWidth(glyphs.getGlyphId(codePoint)) / unitsPerEm;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot measure U+" + Integer.toHexString(codePoint), e);
        }
    }
}
