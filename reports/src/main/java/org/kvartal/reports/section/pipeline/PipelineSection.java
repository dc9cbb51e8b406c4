package org.kvartal.reports.section.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Figure;
import org.kvartal.reports.document.KeyFigure;
import org.kvartal.reports.document.KeyFigures;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.measure.Measures;
import org.kvartal.reports.section.Dimension;
import org.kvartal.reports.section.Inputs;
import org.kvartal.reports.section.OpenPipeline;
import org.kvartal.reports.section.Period;
import org.kvartal.reports.section.ReportSection;
import org.kvartal.reports.section.WinRates;

/** Whether enough is open to reach the plan, whether it is alive, and how much of it is usually won. */
public final class PipelineSection implements ReportSection {
    private static final int MONTHS_OF_CLOSINGS = 12;

    @Override
    public String anchor() {
        return "pipeline";
    }

    @Override
    public Text title() {
        return Text.of("Pipeline");
    }

    @Override
    public Text question() {
        return Text.of("Is there enough, and is it alive?");
    }

    @Override
    public Section write(ReportData data) {
        Section section = data.has("mart.open_opportunities")
                ? open(data)
                : blank().lead(Text.of("No opportunity is open."))
                        .with(Notice.noData(Text.of("The data hold no open opportunity. If the CRM has some, map them"
                                + " to crm.opportunities with the outcome open.")));
        return Inputs.of(data, "opportunities", "opportunity_changes").grade(section.detail(movement(data)));
    }

    private Section open(ReportData data) {
        OpenPipeline pipeline = OpenPipeline.read(data);
        List<Block> blocks = new ArrayList<>();
        blocks.add(figures(data, pipeline));
        CoverageOfPlan.byQuarter(data).ifPresent(blocks::add);
        blocks.add(new Figure(Stages.chart(data, pipeline)));
        blocks.addAll(StuckDeals.blocks(data, pipeline));
        return blank().lead(lead(pipeline))
                .with(blocks)
                .detail(Stages.table(data, pipeline), new Figure(Ages.chart(data)));
    }

    private static Text lead(OpenPipeline pipeline) {
        Text start = pipeline.hasAmounts()
                ? Text.of("{0} deals worth {1} are open; ", pipeline.count(), pipeline.amount())
                : Text.of("{0} deals are open, none with an amount; ", pipeline.count());
        return joined(start, overdue(pipeline), Text.of("; "), stuck(pipeline), Text.of("."));
    }

    private static Text overdue(OpenPipeline pipeline) {
        if (!pipeline.hasPromises()) {
            return Text.of("no promised close is known");
        }
        return pipeline.hasAmounts()
                ? Text.of("{0} of the amount is past its promised close", pipeline.overdueShare())
                : Text.of("{0} are past their promised close", pipeline.overdue());
    }

    private static Text stuck(OpenPipeline pipeline) {
        if (!pipeline.hasLimits()) {
            return Text.of("whether they are stuck is not measurable");
        }
        return pipeline.hasAmounts()
                ? Text.of("{0} of the amount is stuck", pipeline.stuckShare())
                : Text.of("{0} are stuck", pipeline.stuck());
    }

    private static Text joined(Text... parts) {
        return Text.joined(parts);
    }

    private static KeyFigures figures(ReportData data, OpenPipeline pipeline) {
        List<KeyFigure> figures = new ArrayList<>();
        figures.add(KeyFigure.of("Open deals", pipeline.count()));
        if (pipeline.hasAmounts()) {
            figures.add(KeyFigure.of("Open amount", pipeline.amount()));
        }
        if (pipeline.weighted().number().isPresent()) {
            figures.add(KeyFigure.of("Open amount times stated chance", pipeline.weighted()));
        }
        Fact wonAge = data.fact(Origin.of("mart.opportunity_ages", Measures.WON_AGE.sql()), Unit.measure("days", 0));
        figures.add(KeyFigure.of("Median age of open deals", pipeline.medianAge())
                .compared(KeyFigure.Verdict.NEUTRAL, Text.of("deals won were closed after {0} on average", wonAge)));
        figures.add(CoverageOfPlan.figure(data));
        return new KeyFigures(figures);
    }

    /** Also without open deals: how deals move and how often we win does not depend on them. */
    private static List<Block> movement(ReportData data) {
        Period year = Period.lastMonths(MONTHS_OF_CLOSINGS, data.asOf());
        List<Block> figures = new ArrayList<>(Velocity.blocks(data));
        figures.addAll(Slippage.blocks(data));
        Cohorts.table(data).ifPresent(figures::add);
        OffersSent.table(data).ifPresent(figures::add);
        Rankings.table(data).ifPresent(figures::add);
        WinRates.by(Dimension.REGION, data, year)
                .chart(data, "Win rate by region")
                .map(Figure::new)
                .ifPresent(figures::add);
        WinRates.by(Dimension.PRODUCT, data, year)
                .chart(data, "Win rate by product")
                .map(Figure::new)
                .ifPresent(figures::add);
        return figures;
    }
}
