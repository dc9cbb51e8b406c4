package org.kvartal.reports.section.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Paragraph;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import tech.tablesaw.api.Table;

/** Figures beyond chance tonight, each with the part that explains it; or that there are none. */
final class Alarms {
    static final String TABLE = "forecast.kpi_anomalies";

    private static final int MOST_TOLD = 5;
    private static final String TOLD = "state in ('alarm', 'ongoing')";

    private Alarms() {}

    /** Nothing where no figure is old and large enough to be watched. */
    static Block[] blocks(ReportData data) {
        if (!data.has(TABLE)) {
            return new Block[0];
        }
        List<Block> blocks = new ArrayList<>();
        Fact watched = data.fact(Origin.of(TABLE, "count(*)"), Unit.count("figures"));
        Fact told = data.fact(TABLE, TOLD, "count(*)", Unit.count("figures"));
        Fact day = data.fact(Origin.of(TABLE, "max(last_day)"), Unit.DATE);
        if (told.number().orElseThrow().signum() == 0) {
            blocks.add(new Paragraph(Text.of(
                    "Nothing is beyond chance: {0} figures by day, by week and as drifts were held against what was"
                            + " expected up to {1}. At most one quiet night in twenty alarms.",
                    watched, day)));
        } else {
            blocks.add(new Paragraph(Text.of(
                    "{0} of {1} figures watched up to {2} are beyond chance; when nothing happens, at most one night in"
                            + " twenty says so.",
                    told, watched, day)));
            Table rows = data.table(
                    "select a.*, coalesce(nullif(trim(p.name), ''), nullif(trim(u.name), ''), a.product_id, a.owner_id,"
                            + " a.region, '') as part from " + TABLE + " a"
                            + " left join crm.products p on p.product_id = a.product_id"
                            + " left join crm.users u on u.user_id = a.owner_id where " + TOLD
                            + " order by adjusted_p_value, grain, kpi, scope, part limit " + MOST_TOLD);
            for (int row = 0; row < rows.rowCount(); row++) {
                Alarm alarm = Alarm.of(rows, row);
                blocks.add(new Paragraph(alarm.sentence(data)));
                AlarmCause.sentence(data, alarm).map(Paragraph::new).ifPresent(blocks::add);
            }
            others(data, told).ifPresent(blocks::add);
        }
        return blocks.toArray(Block[]::new);
    }

    private static Optional<Block> others(ReportData data, Fact told) {
        return told.number().orElseThrow().longValue() <= MOST_TOLD
                ? Optional.empty()
                : Optional.of(new Paragraph(Text.of(
                        "{0} more stand in " + TABLE + ".",
                        data.fact(TABLE, TOLD, "count(*) - " + MOST_TOLD, Unit.count("figures")))));
    }
}
