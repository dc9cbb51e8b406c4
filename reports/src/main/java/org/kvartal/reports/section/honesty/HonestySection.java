package org.kvartal.reports.section.honesty;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.document.Paragraph;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.BandRecord;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.Inputs;
import org.kvartal.reports.section.ReportSection;

/** Whether past forecasts held, beside simple ones and those of others, with the misses by name. */
public final class HonestySection implements ReportSection {
    @Override
    public String anchor() {
        return "honesty";
    }

    @Override
    public Text title() {
        return Text.of("Forecast honesty");
    }

    @Override
    public Text question() {
        return Text.of("Can we trust the forecast?");
    }

    @Override
    public Section write(ReportData data) {
        Section section = data.has(BandRecord.TABLE) ? judged(data) : unjudged();
        return Inputs.of(data, "opportunities")
                .grade(section.detail(Horizons.blocks(data))
                        .detail(Houses.table(data).stream().toList())
                        .detail(SellerDates.table(data).stream().toList()));
    }

    private Section judged(ReportData data) {
        BandRecord eighty = BandRecord.of(data, 80);
        List<Block> blocks = new ArrayList<>();
        if (eighty.isAlarming()) {
            blocks.add(
                    Notice.caveat(
                            Text.of(
                                    "So few held that it cannot be bad luck: take the range for too narrow until it has been looked into.")));
        }
        if (eighty.forecasts().number().orElseThrow().signum() > 0) {
            blocks.add(Calibration.chart(data));
        }
        blocks.add(Bands.table(data));
        blocks.add(Misses.block(data));
        blocks.add(new Paragraph(
                Text.of("Forecasts of past quarters are made from what was known then. So few cannot prove a"
                        + " band right; they can prove it wrong.")));
        return blank().lead(lead(data, eighty)).with(blocks).detail(TrackRecord.table(data));
    }

    private static Text lead(ReportData data, BandRecord eighty) {
        Fact error = error(data, BandRecord.OUTLOOK);
        String others = Condition.all(
                Condition.is("method", "last_year"),
                "origin in (select origin from " + BandRecord.TABLE + " where " + BandRecord.OUTLOOK + ")");
        Fact naive = error(data, others);
        return naive.number().isPresent()
                ? Text.of(
                        "{0} of {1} past outcomes fell into the range of eight in ten; its middle missed by {2} on average,"
                                + " the same days a year before by {3}.",
                        eighty.held(), eighty.forecasts(), error, naive)
                : Text.of(
                        "{0} of {1} past outcomes fell into the range of eight in ten; its middle missed by {2} on average.",
                        eighty.held(), eighty.forecasts(), error);
    }

    private static Fact error(ReportData data, String rows) {
        return data.fact(new Origin(BandRecord.TABLE, rows, "avg(abs(p50 - actual))"), data.money());
    }

    private Section unjudged() {
        return blank().lead(
                        Text.of("Nobody can tell yet: no past quarter could be forecast and held against what came."))
                .with(Notice.noData(Text.of("The outlook has no track record yet: no past quarter has deals enough to"
                        + " forecast it from.")));
    }
}
