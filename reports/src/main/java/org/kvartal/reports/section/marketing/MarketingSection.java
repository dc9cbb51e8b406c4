package org.kvartal.reports.section.marketing;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.Inputs;
import org.kvartal.reports.section.ReportSection;

/** Which sources and campaigns bring leads that become customers, and at what cost. */
public final class MarketingSection implements ReportSection {
    @Override
    public String anchor() {
        return "marketing";
    }

    @Override
    public Text title() {
        return Text.of("Campaigns and sources");
    }

    @Override
    public Text question() {
        return Text.of("Where do customers come from, and what does it cost to win them?");
    }

    @Override
    public Section write(ReportData data) {
        boolean hasLeads = LeadSources.known(data);
        boolean hasCampaigns = Campaigns.known(data);
        List<Block> blocks = new ArrayList<>();
        blocks.addAll(
                hasLeads
                        ? LeadSources.blocks(data)
                        : List.of(
                                Notice.noData(Text.of("Conversion needs crm.leads: enquiries with the day on which they"
                                        + " arrived, and the opportunity each became."))));
        blocks.addAll(
                hasCampaigns
                        ? Campaigns.blocks(data)
                        : List.of(
                                Notice.noData(Text.of("What campaigns bring needs crm.campaigns, with their cost."))));
        Text lead = hasLeads ? LeadSources.sentence(data) : Text.of("Not measurable: the data hold no leads.");
        return Inputs.of(data, "leads", "campaigns")
                .grade(blank().lead(lead).with(blocks).detail(hasLeads ? LeadSources.details(data) : List.of()));
    }
}
