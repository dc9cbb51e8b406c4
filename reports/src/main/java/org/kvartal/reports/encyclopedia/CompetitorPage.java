package org.kvartal.reports.encyclopedia;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Paragraph;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.Period;
import org.kvartal.reports.section.Share;

/** All that is known of one competitor: prices, promotions, deals, research, and how old it is. */
final class CompetitorPage {
    private static final int MONTHS_OF_CLOSINGS = 12;
    private static final String TABLE = "mart.price_position";
    private static final Unit PRODUCTS = Unit.count("products");

    private CompetitorPage() {}

    static Section of(ReportData data, Subject competitor) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(deals(data, competitor)));
        Alternatives.of(data, competitor, "Its products beside ours").ifPresent(blocks::add);
        FactTable.of(
                        data,
                        competitor,
                        "Changes of its prices and promotions in the past year, newest first",
                        List.of("change", "promotion"))
                .ifPresent(blocks::add);
        FactTable.of(data, competitor, "Research findings, newest first", List.of("research"))
                .ifPresentOrElse(
                        blocks::add,
                        () -> blocks.add(new Paragraph(
                                Text.of("No research finding is recorded; they come from crm.research_facts."))));
        return Section.answering(
                        competitor.anchor(),
                        Text.name(competitor.name()),
                        Text.of("What do we know of it, and how old is that?"))
                .lead(prices(data, competitor))
                .with(blocks.toArray(Block[]::new));
    }

    private static Text prices(ReportData data, Subject competitor) {
        Fact level = data.fact(
                TABLE,
                Condition.all(competitor.condition(), "compared"),
                "exp(coalesce(sum(competitor_sales_weight * gap_log) / nullif(sum(competitor_sales_weight), 0),"
                        + " avg(gap_log))) - 1",
                Unit.RATE.asChange());
        Fact known = data.fact(TABLE, competitor.condition(), "count(competitor_product_id)", PRODUCTS);
        Fact stale = data.fact(TABLE, Condition.all(competitor.condition(), "stale"), "count(*)", PRODUCTS);
        if (level.number().isEmpty()) {
            return Text.of(
                    "None of its {0} products that are known can be compared; the prices of {1} are stale.",
                    known, stale);
        }
        return Text.of(
                "Our list prices stand at {0} against {1} of its {2} products that are known; last seen {3}, {4} stale.",
                level,
                data.fact(TABLE, Condition.all(competitor.condition(), "compared"), "count(*)", PRODUCTS),
                known,
                data.fact(TABLE, competitor.condition(), "max(observed_on)", Unit.DATE),
                stale);
    }

    private static Text deals(ReportData data, Subject competitor) {
        Period year = Period.lastMonths(MONTHS_OF_CLOSINGS, data.asOf());
        Share won = Share.wonAgainst(data, Condition.all(competitor.condition(), year.includes("month")));
        Origin open = new Origin("mart.closed_by_competitor", competitor.condition(), "coalesce(sum(open_count), 0)");
        Fact stillOpen = data.fact(open, Unit.count("opportunities"));
        Fact atStake = data.fact(
                "mart.closed_by_competitor", competitor.condition(), "coalesce(sum(open_amount), 0)", data.money());
        if (won.rate().value().number().isEmpty()) {
            return Text.of(
                    "It was met in no deal closed in {2}; it is met in {0} open ones, of {1}.",
                    stillOpen, atStake, year.name());
        }
        return Text.of(
                "When it was met, {0} of {1} deals closed in {6} were won (95% interval {2} to {3}); it is met in {4}"
                        + " open ones, of {5}.",
                won.rate().value(), won.all(), won.rate().low(), won.rate().high(), stillOpen, atStake, year.name());
    }
}
