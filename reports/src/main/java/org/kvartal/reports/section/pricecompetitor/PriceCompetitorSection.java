package org.kvartal.reports.section.pricecompetitor;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.document.Section;
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
    public String title() {
        return "Prices and competitors";
    }

    @Override
    public String question() {
        return "Are we priced right, and against whom do we win?";
    }

    @Override
    public Section write(ReportData data) {
        boolean hasPrices =
                PriceLevel.read(data).products().number().orElseThrow().signum() > 0;
        boolean hasRivals = Rivals.known(data);
        List<Block> blocks = new ArrayList<>();
        if (hasPrices) {
            blocks.addAll(PriceLines.blocks(data));
            blocks.add(RivalPrices.table(data));
            blocks.addAll(PricePositions.blocks(data));
            blocks.addAll(MatchedProducts.blocks(data));
            blocks.addAll(PriceChanges.blocks(data));
        } else {
            blocks.add(Notice.noData(Text.of("Price positions need crm.competitor_products and"
                    + " crm.competitor_prices. No CRM keeps them: supply them as files, one row for each product of a"
                    + " competitor and one for each price seen.")));
        }
        PriceInBookings.paragraph(data).ifPresent(blocks::add);
        if (hasRivals) {
            blocks.addAll(Rivals.blocks(data));
            blocks.addAll(PriceAndWins.blocks(data));
            blocks.addAll(WinFactors.blocks(data));
        } else {
            blocks.add(Notice.noData(Text.of("Win rates against competitors need crm.opportunity_competitors: the"
                    + " competitors met in each deal. No source supplies any; map the CRM's field for competitors.")));
        }
        if (hasPrices) {
            blocks.add(Notice.caveat(Text.of("Compared are list prices per unit, net of tax. What customers pay after"
                    + " discounts, and what a product is worth beside its price, is not in them. Where a gap and win rates"
                    + " move together, that is an association: neither proves the other's cause.")));
        }
        Section section = blank().lead(lead(data, hasPrices, hasRivals)).with(blocks.toArray(Block[]::new));
        return Inputs.of(
                        data,
                        "competitors",
                        "competitor_products",
                        "competitor_prices",
                        "price_list",
                        "opportunity_competitors")
                .grade(section);
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
