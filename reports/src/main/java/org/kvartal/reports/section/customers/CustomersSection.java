package org.kvartal.reports.section.customers;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.Inputs;
import org.kvartal.reports.section.ReportSection;
import org.kvartal.reports.section.Surveys;

/** Who of the customers grows, who leaves, and who is due. */
public final class CustomersSection implements ReportSection {
    @Override
    public String anchor() {
        return "customers";
    }

    @Override
    public Text title() {
        return Text.of("Customers");
    }

    @Override
    public Text question() {
        return Text.of("Who grows, who leaves, who is due?");
    }

    @Override
    public Section write(ReportData data) {
        CustomerBase base = CustomerBase.read(data);
        if (base.isEmpty()) {
            return blank().lead(Text.of("Not measurable: no customer bought in the last twelve months."))
                    .with(Notice.noData(Text.of("Customers need crm.orders, or won crm.opportunities, with the account"
                            + " that bought.")));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.addAll(base.blocks(data));
        blocks.addAll(DuePurchases.blocks(data));
        Section section = blank().lead(base.sentence()).with(blocks).detail(details(data, base));
        return Inputs.of(data, "accounts", "opportunities", "orders", "order_lines", "requests")
                .grade(section);
    }

    private static List<Block> details(ReportData data, CustomerBase base) {
        List<Block> blocks = new ArrayList<>(base.details(data));
        blocks.addAll(CustomerSatisfaction.blocks(data));
        blocks.addAll(CustomerChanges.blocks(data));
        blocks.addAll(CustomerGroups.blocks(data, base));
        Surveys.table(data).ifPresent(blocks::add);
        blocks.addAll(ModelRecord.blocks(data));
        return blocks;
    }
}
