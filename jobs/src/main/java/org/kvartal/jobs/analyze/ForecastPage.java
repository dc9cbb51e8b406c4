package org.kvartal.jobs.analyze;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.accuracy.AccuracySummary;
import org.kvartal.forecast.timeseries.accuracy.Comparison;

/** The forecasts as one HTML file that needs no other and runs no script: accuracy, charts, and what was used and why. */
final class ForecastPage {
    private static final int MOST_DRAWN = 60;
    private static final int MOST_LISTED = 1_000;
    private static final String STYLE = "forecast.css";

    private final SeriesQuestion question;
    private final Path input;
    private final StringBuilder cards = new StringBuilder();
    private final StringBuilder list = new StringBuilder();
    private final Map<String, Integer> used = new LinkedHashMap<>();
    private int count;

    ForecastPage(SeriesQuestion question, Path input) {
        this.question = question;
        this.input = input;
    }

    void add(SeriesAnswer answer) {
        count++;
        answer.forecasts().forEach(found -> used.merge(found.model(), 1, Integer::sum));
        if (count <= MOST_DRAWN) {
            cards.append(card(answer));
        } else if (count <= MOST_DRAWN + MOST_LISTED) {
            list.append(row(answer));
        }
    }

    private static String card(SeriesAnswer answer) {
        Forecasts found = answer.forecasts().get(0);
        String accuracy = answer.accuracy()
                .filter(comparison -> !comparison.methods().isEmpty())
                .map(comparison -> comparison.summary(
                        comparison.methods().get(0),
                        comparison.levels().fractions().get(0)))
                .map(summary -> "MASE %s, sMAPE %s %%. "
                        .formatted(Numerals.brief(summary.mase()), Numerals.brief(summary.smape())))
                .orElse("");
        return "<figure><figcaption>%s</figcaption>%s<p class=\"why\">%s%s</p></figure>%n"
                .formatted(
                        Markup.escaped(answer.series().name()),
                        new FanChart(answer).svg(),
                        Markup.escaped(accuracy),
                        Markup.escaped(found.model() + ": " + found.reason()));
    }

    private String row(SeriesAnswer answer) {
        Forecasts found = answer.forecasts().get(0);
        return "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td class=\"why\">%s</td></tr>%n"
                .formatted(
                        Markup.escaped(answer.series().name()),
                        Markup.escaped(answer.series().timeAhead(1)),
                        Numerals.brief(found.mean(1)),
                        Numerals.brief(found.mean(question.horizon())),
                        Markup.escaped(found.model() + ": " + found.reason()));
    }

    /** Writes the page; an earlier one is replaced. */
    void write(Path file, Comparison pooled) {
        String page = """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                <title>%1$s</title><style>%2$s</style></head><body>
                <h1>%1$s</h1><p>%3$s</p>
                %4$s%5$s%6$s%7$s</body></html>
                """.formatted(
                        Markup.escaped("Forecasts of " + input.getFileName()),
                        style(),
                        Markup.escaped(lead()),
                        question.backtest().isPresent() ? accuracy(pooled) : "",
                        methods(),
                        "<h2>Series</h2>" + key() + "<div class=\"cards\">" + cards + "</div>",
                        list());
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, page);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private static String style() {
        try (InputStream bytes = ForecastPage.class.getResourceAsStream(STYLE)) {
            if (bytes == null) {
                throw new IllegalStateException("Cannot find the style " + STYLE);
            }
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the style " + STYLE, e);
        }
    }

    private String lead() {
        String intervals = question.intervals().names().collect(Collectors.joining(" and "));
        return "%,d series, %s ahead, by %s, with intervals of %s %%."
                .formatted(count, question.distance(), models(), intervals);
    }

    private String models() {
        return question.models().stream().map(Forecaster::name).collect(Collectors.joining(", "));
    }

    private String accuracy(Comparison pooled) {
        int origins = question.backtest().orElseThrow().origins();
        StringBuilder html = new StringBuilder("<h2>How good such forecasts were</h2><p>");
        html.append(Markup.escaped(verdict(pooled, origins))).append("</p><div class=\"scroll\"><table><tr>");
        AccuracyRows.columns(question.intervals())
                .names()
                .forEach(
                        name -> html.append("<th>").append(Markup.escaped(name)).append("</th>"));
        html.append("</tr>");
        String best = best(pooled);
        for (List<String> row : AccuracyRows.of(pooled)) {
            html.append(row.get(0).equals(best) ? "<tr class=\"best\">" : "<tr>");
            row.forEach(cell -> html.append("<td>")
                    .append(Markup.escaped(Numerals.shortened(cell)))
                    .append("</td>"));
            html.append("</tr>");
        }
        return html.append("</table></div><p class=\"quiet\">sMAPE in percent. MASE, RMSSE and MSIS by the error of the"
                        + " (seasonal) naive method within the history; OWA against Naive 2; below 1 is better than these."
                        + " Bias above 0: forecasts too high. Coverage: share of the values inside the interval.</p>")
                .toString();
    }

    private String verdict(Comparison pooled, int origins) {
        String best = best(pooled);
        String begin = "Each model also forecast from %d earlier %s of each series, knowing only what came before."
                .formatted(origins, origins == 1 ? "point" : "points");
        if (best.isEmpty()) {
            return begin + " No series was long enough to be scored.";
        }
        String coverage = IntStream.range(0, question.intervals().percents().size())
                .mapToObj(i -> "the %s %% intervals of %s held %s %% of the values"
                        .formatted(
                                question.intervals().percents().get(i).toPlainString(),
                                best,
                                Numerals.brief(100
                                        * pooled.summary(best, pooled.levels().fraction(i))
                                                .coverage())))
                .collect(Collectors.joining(", "));
        return begin + " Smallest MASE: " + best + ". Of what came, " + coverage + ".";
    }

    private static String best(Comparison pooled) {
        double level = pooled.levels().fraction(0);
        return pooled.methods().stream()
                .filter(model -> !Double.isNaN(pooled.summary(model, level).mase()))
                .min(Comparator.comparingDouble(
                        model -> of(pooled, model, level).mase()))
                .orElse("");
    }

    private static AccuracySummary of(Comparison pooled, String model, double level) {
        return pooled.summary(model, level);
    }

    /** Told only where something else than the models asked for was used. */
    private String methods() {
        List<String> names = question.models().stream().map(Forecaster::name).toList();
        List<String> others = new ArrayList<>();
        used.forEach((model, times) -> {
            if (!names.contains(model)) {
                others.add("%s for %,d".formatted(model, times));
            }
        });
        return others.isEmpty()
                ? ""
                : "<p>"
                        + Markup.escaped(
                                "Where a model had no forecast, others stood in: " + String.join(", ", others) + ".")
                        + "</p>";
    }

    private String key() {
        StringBuilder key = new StringBuilder(
                "<p class=\"quiet\"><span class=\"key k-past\"></span>observed" + "<span class=\"key k-mean\"></span>");
        key.append(Markup.escaped(question.models().get(0).name()));
        if (question.models().size() > 1) {
            key.append("<span class=\"key k-others\"></span>other models");
        }
        List<String> names = question.intervals().names().toList();
        for (int i = names.size() - 1; i >= 0; i--) {
            key.append(
                    "<span class=\"key k-%d\"></span>%s %%".formatted(Math.min(names.size() - 1 - i, 1), names.get(i)));
        }
        return key.append("</p>").toString();
    }

    private String list() {
        if (list.isEmpty()) {
            return "";
        }
        int more = count - MOST_DRAWN - MOST_LISTED;
        return "<h2>Series without a chart</h2><div class=\"scroll\"><table><tr><th>series</th><th>from</th><th>first</th>"
                + "<th>last</th><th class=\"text\">by</th></tr>" + list + "</table></div>"
                + (more > 0 ? "<p>%,d more are in the table of forecasts.</p>".formatted(more) : "");
    }
}
