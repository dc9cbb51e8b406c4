package org.kvartal.reports.chart;

import java.util.List;
import java.util.stream.IntStream;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Language;
import org.kvartal.reports.fact.Text;

/** A line the size of a word: the shape of a development, from its lowest to its highest value. */
public final class Sparkline {
    private static final int WIDTH = 120;
    private static final int HEIGHT = 30;
    private static final double MARGIN = 4;

    private final Language language;

    public Sparkline(Language language) {
        this.language = language;
    }

    /** @param span what the values cover, as "last 24 months" */
    public Drawing draw(Text span, List<Fact> values) {
        List<Integer> known = IntStream.range(0, values.size())
                .filter(i -> values.get(i).number().isPresent())
                .boxed()
                .toList();
        Svg svg = new Svg();
        if (!known.isEmpty()) {
            drawLine(svg, values, known);
        }
        return svg.drawing(WIDTH, HEIGHT, span.print(language), range(values, known));
    }

    private static void drawLine(Svg svg, List<Fact> values, List<Integer> known) {
        double low = known.stream().mapToDouble(i -> number(values, i)).min().orElseThrow();
        double high = known.stream().mapToDouble(i -> number(values, i)).max().orElseThrow();
        Axis y = new Axis(low, low == high ? low + 1 : high, HEIGHT - MARGIN, MARGIN);
        Axis x = new Axis(0, Math.max(1, values.size() - 1), MARGIN, WIDTH - MARGIN);
        StringBuilder line = new StringBuilder();
        for (int i : known) {
            line.append(line.isEmpty() ? 'M' : 'L')
                    .append(Svg.n(x.at(i)))
                    .append(' ')
                    .append(Svg.n(y.at(number(values, i))));
        }
        int last = known.get(known.size() - 1);
        svg.path(Ink.SPARK, line.toString(), "");
        svg.circle(Ink.GAIN, x.at(last), y.at(number(values, last)), 2.6, "");
    }

    private String range(List<Fact> values, List<Integer> known) {
        return known.isEmpty()
                ? ""
                : language.brief(values.get(known.get(0))) + " … "
                        + language.brief(values.get(known.get(known.size() - 1)));
    }

    private static double number(List<Fact> values, int index) {
        return values.get(index).number().orElseThrow().doubleValue();
    }
}
