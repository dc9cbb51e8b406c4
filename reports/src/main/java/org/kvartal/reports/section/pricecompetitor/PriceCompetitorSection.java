package org.kvartal.reports.section.pricecompetitor;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.document.Paragraph;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.encyclopedia.Encyclopedia;
import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.Inputs;
import org.kvartal.reports.section.PriceLevel;
import org.kvartal.reports.section.ReportSection;

/** Whether we are dearer than our rivals, and against whom we win. */
public final class PriceCompetitorSection implements ReportSection {
    @Override
    public String anchor() {
        return "price-competitor";
    }

    @Override
    public Text title() {
        return Text.of("Prices and competitors");
    }

    @Override
    public Text question() {
        return Text.of("Are we priced right, and against whom do we win?");
    }

    @Override
    public Section write(ReportData data) {
        boolean hasPrices =
                PriceLevel.read(data).products().number().orElseThrow().signum() > 0;
        boolean hasRivals = Rivals.known(data);
        List<Block> blocks = new ArrayList<>(hasPrices ? prices(data) : List.of(noPrices()));
        PriceInBookings.paragraph(data).ifPresent(blocks::add);
        blocks.addAll(hasRivals ? rivals(data) : List.of(noRivals()));
        if (hasPrices) {
            blocks.add(caveat());
        }
        if (Encyclopedia.hasCompetitors(data)) {
            blocks.add(new Paragraph(Text.of(
                    "All that is known of {0} and of {1}, with its day and source, stands on pages of its own.",
                    Span.link("each competitor", Encyclopedia.COMPETITORS),
                    Span.link("each product", Encyclopedia.PRODUCTS))));
        }
        Section section = blank().lead(lead(data, hasPrices, hasRivals)).with(blocks);
        if (hasPrices) {
            section = section.detail(priceDetails(data));
        }
        if (hasRivals) {
            section = section.detail(rivalDetails(data));
        }
        return Inputs.of(
                        data,
                        "competitors",
                        "competitor_products",
                        "competitor_prices",
                        "price_list",
                        "opportunity_competitors")
                .grade(section);
    }

    private static List<Block> prices(ReportData data) {
        List<Block> blocks = new ArrayList<>(PriceLines.blocks(data));
        blocks.add(RivalPrices.table(data));
        blocks.addAll(PricePositions.caveats(data));
        return blocks;
    }

    private static List<Block> priceDetails(ReportData data) {
        List<Block> blocks = new ArrayList<>(PricePositions.blocks(data));
        blocks.addAll(PriceLines.details(data));
        blocks.addAll(MatchedProducts.blocks(data));
        PriceAges.table(data).ifPresent(blocks::add);
        blocks.addAll(PriceChanges.blocks(data));
        return blocks;
    }

    private static List<Block> rivals(ReportData data) {
        List<Block> blocks = new ArrayList<>(Rivals.blocks(data));
        blocks.addAll(PriceAndWins.remarks(data));
        return blocks;
    }

    private static List<Block> rivalDetails(ReportData data) {
        List<Block> blocks = new ArrayList<>(Rivals.details(data));
        PriceAndWins.figure(data).ifPresent(blocks::add);
        blocks.addAll(WinFactors.blocks(data));
        return blocks;
    }

    private static Notice noPrices() {
        return Notice.noData(Text.of(
                "{0} {1}",
                Text.of("Price positions need crm.competitor_products and crm.competitor_prices."),
                Text.of("No CRM keeps them: supply them as files, one row for each product of a competitor and one for"
                        + " each price seen.")));
    }

    private static Notice noRivals() {
        return Notice.noData(Text.of(
                "{0} {1}",
                Text.of("Win rates against competitors need crm.opportunity_competitors: the competitors met in each"
                        + " deal."),
                Text.of("No source supplies any; map the CRM's field for competitors.")));
    }

    private static Notice caveat() {
        return Notice.caveat(Text.of(
                "{0} {1}",
                Text.of("Compared are list prices per unit, net of tax: neither what customers pay after discounts, nor"
                        + " what a product is worth beside its price."),
                Text.of("A gap that goes together with lost deals need not be their cause.")));
    }

    private static Text lead(ReportData data, boolean hasPrices, boolean hasRivals) {
        if (hasPrices) {
            return PriceLevel.read(data).sentence();
        }
        return hasRivals
                ? Rivals.sentence(data)
                : Text.of(
                        "Not measurable: the data hold neither prices of competitors nor the competitors met in deals.");
    }
}
