package org.kvartal.reports.section.outlook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.KeyFigure;
import org.kvartal.reports.document.KeyFigures;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.document.Paragraph;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Agreement;
import org.kvartal.reports.section.Inputs;
import org.kvartal.reports.section.Landing;
import org.kvartal.reports.section.ReportSection;

/** Where the quarter and the months to come will land, how sure that is, and what carries it. */
public final class OutlookSection implements ReportSection {
    @Override
    public String anchor() {
        return "outlook";
    }

    @Override
    public Text title() {
        return Text.of("Outlook");
    }

    @Override
    public Text question() {
        return Text.of("Where will we land, and how sure is that?");
    }

    @Override
    public Section write(ReportData data) {
        Inputs inputs = Inputs.of(data, "opportunities");
        if (!data.has(Landing.TABLE)) {
            return blank().lead(Text.of("No outlook: the forecast of the quarter has not been computed."))
                    .with(Notice.noData(Text.of("The outlook is computed from won, lost and open opportunities; no"
                            + " source supplies any in crm.opportunities.")));
        }
        Landing landing = Landing.read(data);
        if (landing.isRefused()) {
            Section refused = blank().lead(Text.of(
                            "There is no outlook for {0}: not measurable with these data. Booked so far: {1}.",
                            landing.quarter(), landing.booked()))
                    .with(Notice.noData(Text.of("{0}", landing.reason())))
                    .with(MonthsAhead.bookings(data))
                    .detail(MonthsAhead.others(data))
                    .detail(MonthsAhead.remarks(data));
            return inputs.gradeRefused(refused);
        }
        Section section = blank().lead(Text.of(
                        "{0} will most likely land at {1}; eight outcomes in ten lie between {2} and {3}.",
                        landing.quarter(), landing.p50(), landing.p10(), landing.p90()))
                .with(figures(landing), Parts.table(data))
                .with(plan(data).stream().toArray(Block[]::new))
                .with(MonthsAhead.bookings(data))
                .with(disagreement(data, landing).stream().toList())
                .with(ExternalLine.sentence(data).stream().toList())
                .with(caveats(data, landing))
                .detail(details(data, landing));
        return inputs.grade(section);
    }

    private static Optional<Notice> disagreement(ReportData data, Landing landing) {
        return Agreement.otherTotal(data, landing)
                .map(months -> Notice.caveat(Text.of(
                        "The months ahead add up to {0} for {1}, outside the range from {2} to {3}. They carry past"
                                + " bookings on; the outlook of the quarter follows the deals that are open and created."
                                + " Ask what has changed before relying on either.",
                        months, landing.quarter(), landing.p10(), landing.p90())));
    }

    private static Optional<Paragraph> plan(ReportData data) {
        Fact plan = Landing.fact(data, "plan_amount", data.money());
        return plan.number()
                .map(amount -> new Paragraph(Text.of(
                        "The plan of {0} is reached with a probability of {1}.",
                        plan, Landing.fact(data, "plan_probability", Unit.RATE))));
    }

    private static KeyFigures figures(Landing landing) {
        return KeyFigures.of(
                KeyFigure.of("Cautious: nine outcomes in ten are higher", landing.p10()),
                KeyFigure.of("Middle: as likely higher as lower", landing.p50()),
                KeyFigure.of("Hopeful: one outcome in ten is higher", landing.p90()));
    }

    private static List<Block> details(ReportData data, Landing landing) {
        List<Block> blocks = new ArrayList<>(Units.table(data).stream().toList());
        CarryingDeals.table(data).ifPresent(blocks::add);
        blocks.addAll(MonthsAhead.others(data));
        blocks.add(new Paragraph(Text.of("How the quarter is computed: {0}", landing.reason())));
        blocks.addAll(MonthsAhead.remarks(data));
        return blocks;
    }

    private static List<Block> caveats(ReportData data, Landing landing) {
        List<Block> blocks = new ArrayList<>();
        if (isPositive(landing.stale())) {
            blocks.add(Notice.caveat(Text.of(
                    "{0} of {1} open deals are older than any deal that ever closed; they add nothing to the outlook."
                            + " Close them or give them a new start.",
                    landing.stale(), landing.open())));
        }
        if (isPositive(landing.imputed())) {
            blocks.add(Notice.caveat(Text.of(
                    "{0} open deals have no amount; each stands in with the amounts won before.", landing.imputed())));
        }
        if (isPositive(landing.undated())) {
            blocks.add(Notice.caveat(Text.of(
                    "{0} open deals have no creation date; they count as deals not yet created.", landing.undated())));
        }
        if (isPositive(landing.concentration())) {
            blocks.add(new Paragraph(Text.of(
                    "What could break it: the five largest deals make up {0} of the uncertainty of the open deals.",
                    landing.concentration())));
        }
        return blocks;
    }

    private static boolean isPositive(Fact fact) {
        return fact.number().map(number -> number.signum() > 0).orElse(false);
    }
}
