package org.kvartal.reports.section.service;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Figure;
import org.kvartal.reports.document.KeyFigure;
import org.kvartal.reports.document.KeyFigures;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.document.Paragraph;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.Comparison;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.Inputs;
import org.kvartal.reports.section.Period;
import org.kvartal.reports.section.ReportSection;
import org.kvartal.reports.section.Satisfaction;

/** How fast customers' requests are handled, whether promises are kept, and where the time goes. */
public final class ServiceSection implements ReportSection {
    @Override
    public String anchor() {
        return "service";
    }

    @Override
    public Text title() {
        return Text.of("Service");
    }

    @Override
    public Text question() {
        return Text.of("How are customers served?");
    }

    @Override
    public Section write(ReportData data) {
        Section section = data.has(Requests.ALL)
                ? blank().lead(lead(data)).with(blocks(data)).detail(details(data))
                : blank().lead(Text.of("Not measurable: the data hold no service requests."))
                        .with(noRequests());
        return Inputs.of(data, "requests", "request_changes", "users").grade(section);
    }

    private static Block noRequests() {
        return Notice.noData(Text.of("Handling times and satisfaction need crm.requests: when each request was opened"
                + " and resolved, by whom, and the customer's mark. No source supplies any."));
    }

    private static Text lead(ReportData data) {
        Fact resolved = resolved(data);
        Fact open = Requests.count(data, "censored");
        Fact median = HandlingTimes.median(data);
        if (median.number().isEmpty()) {
            return Text.of("{0} requests were resolved in the quarter; {1} are open.", resolved, open);
        }
        if (!Promises.areKnown(data)) {
            return Text.of(
                    "Half of the requests are resolved within {0}; {1} were resolved in the quarter and {2} are open.",
                    median, resolved, open);
        }
        return Text.of(
                "Half of the requests are resolved within {0}, and {1} of what was promised for the quarter was kept; {2} are"
                        + " open.",
                median, Promises.kept(data).value(), open);
    }

    private static Fact resolved(ReportData data) {
        return Requests.count(data, Comparison.soFar(data).includes("resolved_month"));
    }

    private static List<Block> blocks(ReportData data) {
        List<Block> blocks = new ArrayList<>(List.of(figures(data)));
        blocks.addAll(Flow.blocks(data));
        blocks.addAll(HandlingTimes.blocks(data));
        blocks.addAll(Promises.blocks(data));
        AtRisk.sentence(data).ifPresent(blocks::add);
        return blocks;
    }

    private static List<Block> details(ReportData data) {
        List<Block> blocks = new ArrayList<>(Flow.details(data));
        blocks.addAll(HandlingTimes.details(data));
        blocks.addAll(Promises.details(data));
        AtRisk.table(data).ifPresent(blocks::add);
        Delays.chart(data).map(Figure::new).ifPresent(blocks::add);
        blocks.add(new Figure(Arrivals.chart(data)));
        blocks.addAll(caveats(data));
        return blocks;
    }

    private static KeyFigures figures(ReportData data) {
        Period quarter = Comparison.soFar(data);
        List<KeyFigure> figures = new ArrayList<>(List.of(
                KeyFigure.of("Requests opened in the quarter", Requests.count(data, quarter.includes("opened_month"))),
                KeyFigure.of("Resolved in the quarter", resolved(data)),
                KeyFigure.of("Open at the end", Requests.count(data, "censored"))));
        if (Promises.areKnown(data)) {
            Estimate kept = Promises.kept(data);
            figures.add(KeyFigure.of("Promises kept", kept.value())
                    .compared(KeyFigure.Verdict.NEUTRAL, Text.of("95% interval {0} to {1}", kept.low(), kept.high())));
        }
        figures.add(satisfaction(data, quarter));
        return new KeyFigures(figures);
    }

    private static KeyFigure satisfaction(ReportData data, Period quarter) {
        Estimate mark = Satisfaction.of(data, quarter);
        Text comparison = mark.hasInterval()
                ? Text.of(
                        "95% interval {0} to {1}, {2} marks given",
                        mark.low(), mark.high(), Satisfaction.count(data, quarter))
                : Text.of("not measurable: fewer than two marks were given");
        return KeyFigure.of("Satisfaction, 1 to 5", mark.value()).compared(KeyFigure.Verdict.NEUTRAL, comparison);
    }

    private static List<Block> caveats(ReportData data) {
        Period quarter = Comparison.soFar(data);
        return List.of(
                new Paragraph(
                        Text.of("Working hours follow the calendar of the team. Open requests count for as long as they"
                                + " have been open; leaving them out flatters.")),
                new Paragraph(Text.of(
                        "In the quarter {0} requests were closed automatically and {1} were cancelled; neither counts as"
                                + " resolved. {2} requests have their end recorded before their arrival, and no time.",
                        ended(data, quarter, "auto-closed"),
                        ended(data, quarter, "cancelled"),
                        Requests.count(data, "handling_hours is null"))),
                new Paragraph(
                        Text.of("The clock of a promise stands while the customer is to answer; a promise counts in the"
                                + " quarter in which its time is over.")),
                new Paragraph(
                        Text.of("A hand-over lasts to the next recorded change, which is too long where agents leave no"
                                + " trace.")));
    }

    private static Fact ended(ReportData data, Period quarter, String ending) {
        return Requests.count(data, Condition.all(quarter.includes("ended_month"), Condition.is("ending", ending)));
    }
}
