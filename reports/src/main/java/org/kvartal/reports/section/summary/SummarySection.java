package org.kvartal.reports.section.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.BookedChange;
import org.kvartal.reports.section.Comparison;
import org.kvartal.reports.section.Inputs;
import org.kvartal.reports.section.Landing;
import org.kvartal.reports.section.ReportSection;

/** Page one: five key figures; successes, failures, future needs and growth, each sentence written by a rule. */
public final class SummarySection implements ReportSection {
    @Override
    public String anchor() {
        return "summary";
    }

    @Override
    public Text title() {
        return Text.of("Summary");
    }

    @Override
    public Text question() {
        return Text.of("What went well, what did not, what is needed, do we grow, and what is to be decided?");
    }

    @Override
    public Section write(ReportData data) {
        if (!data.has("mart.opportunities_as_of")) {
            return blank().lead(Text.of("Nothing can be reported: the data hold no opportunity."))
                    .with(Notice.noData(Text.of("No source supplies crm.opportunities; all but the section on data"
                            + " quality rests on it.")));
        }
        PageOne page = PageOne.read(data);
        List<Block> blocks = new ArrayList<>();
        blocks.add(Headlines.figures(data));
        Arrays.stream(Topic.values()).map(page::block).forEach(blocks::add);
        blocks.add(page.decisions(data));
        return Inputs.of(data, "opportunities").grade(blank().lead(lead(data)).with(blocks.toArray(Block[]::new)));
    }

    private static Text lead(ReportData data) {
        Comparison comparison = Comparison.of(data);
        Fact booked = data.fact(BookedChange.booked(comparison.now()), data.money());
        Span period = comparison.now().name();
        Optional<Landing> landing = Optional.of(data)
                .filter(known -> known.has(Landing.TABLE))
                .map(Landing::read)
                .filter(found -> !found.isRefused());
        return landing.map(found -> Text.of(
                        "{0} was booked in {1}; {2} heads for {3}, between {4} and {5} in eight outcomes of ten.",
                        booked, period, found.quarter(), found.p50(), found.p10(), found.p90()))
                .orElseGet(() -> Text.of("{0} was booked in {1}; there is no outlook.", booked, period));
    }
}
