package org.kvartal.reports.section.changes;

import java.util.List;
import java.util.Optional;
import org.kvartal.reports.chart.Chart;
import org.kvartal.reports.chart.Heading;
import org.kvartal.reports.chart.Item;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Figure;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Message;
import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Inputs;
import org.kvartal.reports.section.Period;
import org.kvartal.reports.section.ReportSection;

/** What moved the open pipeline and the outlook since the last published night, step by step and deal by deal. */
public final class ChangesSection implements ReportSection {
    @Override
    public String anchor() {
        return "changes";
    }

    @Override
    public Text title() {
        return Text.of("What changed");
    }

    @Override
    public Text question() {
        return Text.of("What moved the pipeline and the outlook since the last published night, and which deals?");
    }

    @Override
    public Section write(ReportData data) {
        return pipeline(data)
                .with(Alarms.blocks(data))
                .with(Restated.blocks(data))
                .detail(Restated.details(data));
    }

    private Section pipeline(ReportData data) {
        if (!data.has("mart.pipeline_bridge")) {
            return blank().lead(
                            Text.of("Nothing can be compared yet: no earlier night with opportunities is published."))
                    .with(Notice.noData(Text.of("Changes are found by comparing two published nights. From the next"
                            + " night on this section shows what moved the pipeline, deal by deal.")));
        }
        Section section = blank();
        List<Step> steps = Step.all(data);
        List<Step> moved = steps.stream().filter(Step::hasMoved).toList();
        section = section.lead(lead(data, moved));
        if (moved.stream().anyMatch(step -> step.size().signum() > 0)) {
            section = section.with(new Figure(chart(data, moved)));
        }
        if (!moved.isEmpty()) {
            section = section.with(Movements.largest(data).stream().toList()).detail(Movements.bySteps(data, moved));
        }
        section = section.with(OutlookBridge.blocks(data, before(data), Period.day(data.asOf())))
                .detail(OutlookBridge.details(data));
        return Inputs.of(data, "opportunities").grade(section);
    }

    private static Text before(ReportData data) {
        return data.previous().map(Period::day).orElse(Text.of("Before"));
    }

    private static Text lead(ReportData data, List<Step> moved) {
        Fact start = amount(data, "start");
        Fact end = amount(data, "end");
        Text since = since(data);
        Optional<Step> largest = moved.stream()
                .filter(step -> step.size().signum() > 0)
                .reduce((first, second) -> second.size().compareTo(first.size()) > 0 ? second : first);
        if (largest.isEmpty()) {
            return Text.of("The open pipeline is worth {0}; no amount in it has changed since {1}.", end, since);
        }
        return Text.of(
                "Since {0} the open pipeline went from {1} to {2}; the largest step, {3}, is due to {4}.",
                since,
                start,
                end,
                largest.get().amount().asChange(),
                largest.get().cause());
    }

    private static Text since(ReportData data) {
        return data.previous().map(Period::day).orElse(Text.of("the last published night"));
    }

    private static Chart chart(ReportData data, List<Step> moved) {
        List<Item> changes = moved.stream()
                .filter(step -> step.size().signum() > 0)
                .map(step -> new Item(step.label(), step.amount()))
                .toList();
        return StepChart.of(
                heading(data, "Open pipeline"),
                heading(data, "Changes of the open pipeline"),
                new Item(before(data), amount(data, "start")),
                changes,
                new Item(Period.day(data.asOf()), amount(data, "end")));
    }

    private static Heading heading(ReportData data, @Message String measure) {
        Fact net = data.fact(
                "mart.pipeline_bridge",
                "bucket not in ('start', 'end')",
                "sum(amount)",
                data.money().asChange());
        return new Heading(
                Text.of("In all, the open pipeline changed by {0}", net),
                data.project().name(),
                measure,
                data.money(),
                Text.of("{0} to {1}", since(data), Span.day(data.asOf())));
    }

    private static Fact amount(ReportData data, String bucket) {
        return data.fact(Step.origin(bucket, "sum(amount)"), data.money())
                .ofRows(data.fact(Step.origin(bucket, "sum(opportunity_count)"), Unit.count("opportunities"))
                        .number()
                        .orElseThrow()
                        .longValue());
    }
}
