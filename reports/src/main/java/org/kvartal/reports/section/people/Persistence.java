package org.kvartal.reports.section.people;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.document.Paragraph;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;

/** How long an effect lasts, what it is worth, and what speaks for and against believing it. */
final class Persistence {
    private static final String EFFECTS = "forecast.training_effects";
    private static final Unit MONTHS = Unit.measure("months", 1);
    private static final Unit HOURS = Unit.count("");

    private Persistence() {}

    static List<Block> blocks(ReportData data, Headline headline) {
        List<Block> blocks = new ArrayList<>();
        if (headline.isProven()) {
            blocks.add(new Paragraph(fading(data)));
            if (headline.outcome() == TrainingOutcome.HANDLING_TIME) {
                blocks.add(new Paragraph(worth(data)));
            }
        }
        if (hasNote(data)) {
            blocks.add(Notice.caveat(Text.of("To know: {0}.", Headline.fact(data, "max(note)", Unit.PHRASE))));
        }
        return blocks;
    }

    static List<Block> details(ReportData data, Headline headline) {
        return headline.isMeasured() ? List.of(new Paragraph(checks(data, headline))) : List.of();
    }

    private static Text fading(ReportData data) {
        Fact halfLife = Headline.fact(data, "max(half_life_months)", MONTHS);
        return halfLife.number().isEmpty()
                ? Text.of("It cannot be told that the effect wears off: as far as can be seen it may as well last.")
                : Text.of(
                        "The effect wears off: half of it is gone {0} after the training ({1} to {2}). {3} of {4} trained need a"
                                + " refresher by now; it is to be held by {5}.",
                        halfLife,
                        Headline.fact(data, "max(half_life_low)", MONTHS),
                        Headline.fact(data, "max(half_life_high)", MONTHS),
                        Headline.fact(data, "max(due_count)", Unit.count("")),
                        Headline.fact(data, "max(trained_count)", Unit.count("persons")),
                        Headline.fact(data, "max(refresher_on)", Unit.DATE));
    }

    private static Text worth(ReportData data) {
        Fact saved = Headline.fact(data, "max(hours_saved)", HOURS);
        Fact low = Headline.fact(data, "max(hours_saved_low)", HOURS);
        Fact high = Headline.fact(data, "max(hours_saved_high)", HOURS);
        Fact amount = Headline.fact(data, "max(saved_amount)", data.money());
        Text since = Text.of(
                "Since the trainings, requests were open for {0} working hours less than without them ({1} to {2}).",
                saved, low, high);
        return amount.number().isEmpty()
                ? Text.of(
                        "{0} No money is told: what an hour costs for which a request is open is not configured"
                                + " (training.cost-per-hour).",
                        since)
                : Text.of(
                        "{0} At the cost configured for such an hour that is {1} ({2} to {3}).",
                        since,
                        amount,
                        Headline.fact(data, "max(saved_low)", data.money()),
                        Headline.fact(data, "max(saved_high)", data.money()));
    }

    private static Text checks(ReportData data, Headline headline) {
        return Text.of(
                "Held against itself: two other ways to compute the change give {0} and {1}. The same comparison of the time"
                        + " before the trainings, where there can be no effect, gives {2} ({3} to {4}). Before the training"
                        + " the trained and the others differed in trend by no more than comes by chance in {5} of cases.",
                other(data, headline, "sun-abraham"),
                other(data, headline, "imputation"),
                told(data, headline, "max(placebo)"),
                told(data, headline, "max(placebo_low)"),
                told(data, headline, "max(placebo_high)"),
                Headline.fact(data, "max(pre_trend_p_value)", Unit.RATE));
    }

    private static Fact told(ReportData data, Headline headline, String measure) {
        TrainingOutcome.Scale scale = headline.outcome().scale();
        return Headline.fact(data, scale.told(measure), scale.unit());
    }

    private static Fact other(ReportData data, Headline headline, String estimator) {
        TrainingOutcome.Scale scale = headline.outcome().scale();
        String rows = Condition.all(
                headline.rows(), Condition.is("estimator", estimator), Condition.is("aggregation", "simple"));
        return data.fact(EFFECTS, rows, scale.told("max(estimate)"), scale.unit());
    }

    private static boolean hasNote(ReportData data) {
        return !data.table("select note from " + Headline.TABLE + " where is_headline and coalesce(note, '') <> ''")
                .isEmpty();
    }
}
