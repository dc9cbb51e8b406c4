package org.kvartal.reports.mart;

import java.util.List;
import org.kvartal.ingest.gate.MartTotal;

/** Totals that marts must have from the clean tables beneath them, written anew here: not as the marts' own SQL has them. */
public final class MartControls {
    private static final String WON = "outcome = 'won' and coalesce(closed_at < :as_of_end, true)";
    private static final String CLOSED = "outcome in ('won', 'lost') and coalesce(closed_at < :as_of_end, true)";
    private static final String OPEN = "outcome = 'open' or closed_at >= :as_of_end";

    /** Those that are judged every night. */
    public static final List<MartTotal> ALL = List.of(
            opportunities(Marts.OPPORTUNITIES_AS_OF.qualifiedName(), "count(*)", "count(*)"),
            opportunities(Marts.OPPORTUNITIES_AS_OF.qualifiedName(), "sum(amount)", "sum(amount)"),
            opportunities(Marts.BOOKINGS_BY_MONTH.qualifiedName(), "sum(won_count)", "count(*)", WON),
            opportunities(Marts.BOOKINGS_BY_MONTH.qualifiedName(), "sum(won_amount)", "sum(amount)", WON),
            opportunities(Marts.CLOSED_BY_MONTH.qualifiedName(), "sum(won_count + lost_count)", "count(*)", CLOSED),
            opportunities(Marts.CLOSED_BY_MONTH.qualifiedName(), "sum(won_amount)", "sum(amount)", WON),
            opportunities(Marts.PIPELINE_BY_STAGE.qualifiedName(), "sum(open_count)", "count(*)", OPEN),
            opportunities(Marts.PIPELINE_BY_STAGE.qualifiedName(), "sum(open_amount)", "sum(amount)", OPEN));

    private MartControls() {}

    private static MartTotal opportunities(String mart, String measure, String expected, String rows) {
        return opportunities(mart, measure, expected + " filter (where " + rows + ")");
    }

    private static MartTotal opportunities(String mart, String measure, String expected) {
        return new MartTotal(mart, measure, "crm.opportunities", expected);
    }
}
