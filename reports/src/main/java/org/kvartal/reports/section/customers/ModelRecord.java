package org.kvartal.reports.section.customers;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;

/** How the model of repeat purchase would have done half a year ago, beside rules that need none. */
final class ModelRecord {
    private static final String CHECKS = "forecast.customer_model_checks";
    private static final Unit PURCHASES = Unit.count("purchases");
    private static final Unit EACH = Unit.measure("", 3);

    private ModelRecord() {}

    static List<Block> blocks(ReportData data) {
        List<Block> blocks = new ArrayList<>();
        if (data.has(CHECKS)) {
            blocks.add(Notice.caveat(Text.of(
                    "The model behind the year to come was fitted to what was known half a year ago: of {0} customers it"
                            + " expected {1} days with a purchase, {2} came. Its error for one customer was {3}; saying"
                            + " \u201cas many as before\u201d {4}, and \u201cwho is silent is gone\u201d {5}. Single"
                            + " customers are little foreseeable, sums are.",
                    data.fact(all("max(customer_count)"), CustomerBase.COUNT),
                    data.fact(all("sum(expected * customer_count)"), PURCHASES),
                    data.fact(all("sum(actual * customer_count)"), PURCHASES),
                    error(data, "\"group\" not in ('as before', 'silent is gone')"),
                    error(data, "\"group\" = 'as before'"),
                    error(data, "\"group\" = 'silent is gone'"))));
        }
        blocks.add(Notice.caveat(
                Text.of("Expected purchases suppose buying without a contract, and know neither seasons nor"
                        + " campaigns. Subsidiaries count as customers of their own. Groups and cohorts begin with the data: who"
                        + " bought before is called new.")));
        return blocks;
    }

    private static Origin all(String measure) {
        return new Origin(CHECKS, "\"check\" = 'all'", measure);
    }

    private static Fact error(ReportData data, String group) {
        return data.cell(CHECKS, Condition.all("\"check\" = 'mean absolute error'", group), "error", EACH);
    }
}
