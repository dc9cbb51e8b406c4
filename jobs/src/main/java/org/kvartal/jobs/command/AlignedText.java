package org.kvartal.jobs.command;

import java.io.PrintWriter;
import java.util.List;

/** Rows of text in aligned columns, for people. */
public final class AlignedText {
    private AlignedText() {}

    /** @param lines of equal length, the header first */
    public static void print(List<String[]> lines, PrintWriter out) {
        int[] widths = new int[lines.get(0).length];
        for (String[] line : lines) {
            for (int i = 0; i < line.length; i++) {
                widths[i] = Math.max(widths[i], line[i].length());
            }
        }
        for (String[] line : lines) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < line.length; i++) {
                text.append(line[i]).append(" ".repeat(widths[i] - line[i].length() + 2));
            }
            out.println(text.toString().stripTrailing());
        }
    }
}
