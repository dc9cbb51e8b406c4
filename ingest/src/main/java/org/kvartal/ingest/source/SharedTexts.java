package org.kvartal.ingest.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The texts of a workbook, of which a cell names one by its number. They are held in memory, so there is a limit. */
final class SharedTexts {
    private static final int MOST_TEXTS = 4_000_000;
    private static final long MOST_CHARACTERS = 64L << 20;

    private final List<String> texts = new ArrayList<>();

    /** None, for a workbook that has them all in its cells. */
    SharedTexts() {}

    SharedTexts(XmlEvents xml) throws IOException {
        long characters = 0;
        while (xml.nextStart("si")) {
            String text = richText(xml, "si");
            characters += text.length();
            if (texts.size() >= MOST_TEXTS || characters > MOST_CHARACTERS) {
                throw new InvalidFile("is not read: it has more than " + MOST_TEXTS + " different texts or "
                        + MOST_CHARACTERS + " characters in them; save it as CSV");
            }
            texts.add(text);
        }
    }

    /** Text that may be divided into pieces of different looks; how Japanese is pronounced does not belong to it. */
    static String richText(XmlEvents xml, String tag) throws IOException {
        StringBuilder text = new StringBuilder();
        while (!xml.isEnd(tag) && xml.next()) {
            if (xml.isStart("rPh")) {
                xml.skip();
            } else if (xml.isStart("t")) {
                text.append(xml.text(Math.max(0, FieldDefect.LONGEST_TEXT - text.length())));
            }
        }
        return text.toString();
    }

    String get(String number) throws IOException {
        int index = number.matches("[0-9]{1,9}") ? Integer.parseInt(number) : -1;
        if (index < 0 || index >= texts.size()) {
            throw new InvalidFile("is damaged: a cell names text " + number + ", which is not there");
        }
        return texts.get(index);
    }
}
