package org.kvartal.reports.brand;

import java.util.Locale;

/**
 * A colour by its parts, from 0 to 255, in sRGB.
 */
record Accent(int red, int green, int blue) {
    static final Accent PAPER = of("#fdfcfa");
    static final Accent DARK_PAPER = of("#12161b");
    private static final int STEPS = 20;
    private static final int MOST = 255;

    /** @param code as {@code #17608a} */
    static Accent of(String code) {
        int rgb = Integer.parseInt(code.substring(1), 16);
        return new Accent(rgb >> 16, rgb >> 8 & MOST, rgb & MOST);
    }

    String code() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }

    /**
     * How well letters of one colour are told from the other.
     * <pre>
     *   contrast = (L1 + 0.05) / (L2 + 0.05)                    L1 the lighter of the two
     *   L = 0.2126 R + 0.7152 G + 0.0722 B                      from 0 to 1
     *   R = (r + 0.055)^2.4 / 1.055^2.4, or r / 12.92 if r &lt;= 0.04045    r, g, b from 0 to 1
     * </pre>
     * From 1 to 21. Source: WCAG 2.2, definitions of contrast ratio and relative luminance.
     */
    double contrast(Accent other) {
        double lighter = Math.max(luminance(), other.luminance());
        double darker = Math.min(luminance(), other.luminance());
        return (lighter + 0.05) / (darker + 0.05);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int part) {
        double share = part / (double) MOST;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /** The same hue with as much white as dark paper needs for this contrast. */
    Accent lightened(double contrast) {
        for (int step = 0; step < STEPS; step++) {
            Accent lighter = new Accent(mixed(red, step), mixed(green, step), mixed(blue, step));
            if (lighter.contrast(DARK_PAPER) >= contrast) {
                return lighter;
            }
        }
        return new Accent(MOST, MOST, MOST);
    }

    private static int mixed(int part, int step) {
        return part + (MOST - part) * step / STEPS;
    }
}
