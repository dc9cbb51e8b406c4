package org.kvartal.reports.section.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kvartal.ingest.model.FiscalQuarter;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.measure.Measures;
import org.kvartal.reports.section.Comparison;
import org.kvartal.reports.section.OpenPipeline;
import org.kvartal.reports.section.Period;

/** How much of what was created in a quarter has been won, and how much of it is still open. */
final class Cohorts {
    private static final String TABLE = "mart." + Measures.COHORT_WIN_RATE.mart();
    private static final int QUARTERS = 6;

    private Cohorts() {}

    /** Empty when no quarter has a deal whose creation is dated. */
    static Optional<DataTable> table(ReportData data) {
        List<FiscalQuarter> quarters = quarters(data);
        if (quarters.isEmpty()) {
            return Optional.empty();
        }
        DataTable table = DataTable.of(
                "Deals by the quarter of their creation, as they stand now",
                Column.text("Created in"),
                Column.number("Created", OpenPipeline.COUNT),
                Column.number("Won", OpenPipeline.COUNT),
                Column.number("Still open", Unit.RATE),
                Column.number("Won so far", Unit.RATE),
                Column.number("Won within 90 days", Unit.RATE));
        for (FiscalQuarter quarter : quarters) {
            table = table.row(
                    Period.name(quarter),
                    fact(data, quarter, "sum(created_count)", OpenPipeline.COUNT),
                    fact(data, quarter, "sum(won_count)", OpenPipeline.COUNT),
                    fact(data, quarter, Measures.COHORT_OPEN_SHARE.sql(), Unit.RATE),
                    fact(data, quarter, Measures.COHORT_WIN_RATE.sql(), Unit.RATE),
                    fact(data, quarter, Measures.COHORT_WIN_RATE_90.sql(), Unit.RATE));
        }
        return Optional.of(table);
    }

    private static List<FiscalQuarter> quarters(ReportData data) {
        List<FiscalQuarter> quarters = new ArrayList<>();
        FiscalQuarter quarter = data.quarter();
        for (int i = 0; i < QUARTERS; i++) {
            Fact created = fact(data, quarter, "sum(created_count)", OpenPipeline.COUNT);
            if (created.number().isPresent()) {
                quarters.add(quarter);
            }
            quarter = quarter.previous();
        }
        return quarters;
    }

    private static Fact fact(ReportData data, FiscalQuarter quarter, String measure, Unit unit) {
        String created = Comparison.whole(quarter).includes("created_month");
        return data.fact(TABLE, created, measure, unit);
    }
}
