package org.kvartal.reports.render;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * Lets who copies or searches a text find the letters of its language and not the presentation forms that paper shows:
 * rewrites the map from glyphs to characters that each font carries.
 */
final class PlainLetters {
    private static final Pattern BLOCK = Pattern.compile("\\d+ beginbfrange\\n(.*?)endbfrange\\n", Pattern.DOTALL);
    private static final Pattern RANGE = Pattern.compile("<(\\p{XDigit}+)> <(\\p{XDigit}+)> <(\\p{XDigit}+)>");
    private static final int HEX = 16;
    private static final int MOST_IN_BLOCK = 100;

    private PlainLetters() {}

    /** The maps come into being when the document is written, so it is written once before. */
    static void restore(PDDocument pdf, List<PDFont> fonts) throws IOException {
        pdf.save(OutputStream.nullOutputStream());
        for (PDFont font : fonts) {
            COSBase map = font.getCOSObject().getDictionaryObject(COSName.TO_UNICODE);
            if (map instanceof COSStream stream) {
                String text = stream.toTextString();
                try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                    out.write(restored(text).getBytes(StandardCharsets.US_ASCII));
                }
            }
        }
    }

    /** @param map a CMap of ranges */
    static String restored(String map) {
        List<String> lines = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(map);
        int from = map.length();
        int to = 0;
        while (blocks.find()) {
            from = Math.min(from, blocks.start());
            to = blocks.end();
            RANGE.matcher(blocks.group(1)).results().forEach(range -> {
                int first = Integer.parseInt(range.group(1), HEX);
                int last = Integer.parseInt(range.group(2), HEX);
                for (int glyph = first; glyph <= last; glyph++) {
                    lines.add("<%04X> <%04X> <%s>\n".formatted(glyph, glyph, plain(range.group(3), glyph - first)));
                }
            });
        }
        return to == 0 ? map : map.substring(0, from) + blocks(lines) + map.substring(to);
    }

    private static String plain(String hex, int offset) {
        if (hex.length() > 4) {
            return hex;
        }
        StringBuilder plain = new StringBuilder();
        String form = String.valueOf((char) (Integer.parseInt(hex, HEX) + offset));
        JoinedLetters.plain(form).chars().forEach(letter -> plain.append("%04X".formatted(letter)));
        return plain.toString();
    }

    private static String blocks(List<String> lines) {
        StringBuilder blocks = new StringBuilder();
        for (int from = 0; from < lines.size(); from += MOST_IN_BLOCK) {
            List<String> block = lines.subList(from, Math.min(from + MOST_IN_BLOCK, lines.size()));
            blocks.append(block.size()).append(" beginbfrange\n");
            block.forEach(blocks::append);
            blocks.append("endbfrange\n");
        }
        return blocks.toString();
    }
}
