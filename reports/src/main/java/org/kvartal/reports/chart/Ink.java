package org.kvartal.reports.chart;

/**
 * How a mark looks. The attributes are the colours of paper; on screen the style sheet overrides them through the
 * class, so that the same drawing serves a dark background. Marks differ in lightness and outline, not only in hue.
 */
enum Ink {
    ACTUAL("ac", "fill=\"#26303b\""),
    PRIOR_YEAR("py", "fill=\"#878f98\""),
    PLAN("pl", "fill=\"#ffffff\" stroke=\"#26303b\" stroke-width=\"1.2\""),
    FORECAST("fc", "fill=\"#e4eef4\" stroke=\"#17608a\" stroke-width=\"1.2\""),
    HATCH("hatch", "fill=\"none\" stroke=\"#17608a\" stroke-width=\"1.1\""),
    GAIN("gain", "fill=\"#17608a\""),
    LOSS("loss", "fill=\"#cf7146\""),
    BAND("band", "fill=\"#d3e4ee\" stroke=\"#17608a\" stroke-width=\"0.6\""),
    WHISKER("whisker", "fill=\"none\" stroke=\"#10151b\" stroke-width=\"1.3\""),
    LINE_ACTUAL("line-ac", "fill=\"none\" stroke=\"#26303b\" stroke-width=\"2.2\" stroke-linejoin=\"round\""),
    LINE_OTHER("line-other", "fill=\"none\" stroke=\"#8b939c\" stroke-width=\"1.6\" stroke-linejoin=\"round\""),
    LINE_PRIOR_YEAR("line-py", "fill=\"none\" stroke=\"#878f98\" stroke-width=\"2\" stroke-linejoin=\"round\""),
    LINE_PLAN("line-pl", "fill=\"none\" stroke=\"#26303b\" stroke-width=\"1.3\" stroke-dasharray=\"2 3\""),
    LINE_FORECAST(
            "line-fc",
            "fill=\"none\" stroke=\"#17608a\" stroke-width=\"2.2\" stroke-dasharray=\"6 3\" stroke-linejoin=\"round\""),
    SPARK("spark", "fill=\"none\" stroke=\"#5d656e\" stroke-width=\"1.4\" stroke-linejoin=\"round\""),
    DOT("ac", "fill=\"#26303b\""),
    HOLLOW("hollow", "fill=\"#ffffff\" stroke=\"#26303b\" stroke-width=\"1.6\""),
    AXIS("axis", "fill=\"none\" stroke=\"#10151b\" stroke-width=\"1\""),
    GRID("grid", "fill=\"none\" stroke=\"#e2e4e6\" stroke-width=\"1\""),
    REFERENCE("reference", "fill=\"none\" stroke=\"#6b737c\" stroke-width=\"1\" stroke-dasharray=\"4 3\""),
    HIT("hit", "fill=\"#ffffff\" fill-opacity=\"0\""),
    TEXT("text", "fill=\"#10151b\""),
    STRONG("text strong", "fill=\"#10151b\" font-weight=\"600\""),
    QUIET("quiet", "fill=\"#5d656e\"");

    private final String cssClass;
    private final String attributes;

    Ink(String cssClass, String attributes) {
        this.cssClass = cssClass;
        this.attributes = attributes;
    }

    String cssClass() {
        return cssClass;
    }

    /** Class and paper colours, as an element carries them. */
    String attributes() {
        return "class=\"" + cssClass + "\" " + attributes;
    }

    static Ink line(Scenario scenario) {
        return switch (scenario) {
            case ACTUAL -> LINE_ACTUAL;
            case PLAN -> LINE_PLAN;
            case PRIOR_YEAR -> LINE_PRIOR_YEAR;
            case FORECAST -> LINE_FORECAST;
        };
    }

    static Ink column(Scenario scenario) {
        return switch (scenario) {
            case ACTUAL -> ACTUAL;
            case PLAN -> PLAN;
            case PRIOR_YEAR -> PRIOR_YEAR;
            case FORECAST -> FORECAST;
        };
    }
}
