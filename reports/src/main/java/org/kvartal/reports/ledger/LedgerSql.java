package org.kvartal.reports.ledger;

/** The questions asked of the marts of a ledger. */
final class LedgerSql {
    private static final String BRIDGE = """
            with facts as (
                select %1$s as slice, 1 as position, 'start' as bucket, %2$s
                union all
                select %3$s, position, bucket, change_amount, opportunity_id from %4$s
                union all
                select %5$s, 99, 'end', %6$s
                union all
                select %3$s, s.position, s.bucket, if(s.bucket = 'start', c.amount_before, c.amount_after), null
                from %4$s c
                cross join (values (1, 'start'), (99, 'end')) as s (position, bucket)
                where c.opportunity_id is null
            )
            select %7$sbucket, count(distinct opportunity_id) as opportunity_count, sum(amount) as amount
            from facts
            group by slice, position, bucket
            order by slice nulls last, position
            """;

    private static final String CHANGES = """
            select c.bucket, c.direction, c.opportunity_id, coalesce(a.name, b.name) as opportunity_name, c.owner_id,
                   c.region, c.product_id, c.segment, c.stage, c.expected_month, c.amount_before, c.amount_after,
                   c.change_amount
            from %s c
            left join crm.opportunities a on a.opportunity_id = c.opportunity_id
            left join previous.opportunities b on b.opportunity_id = c.opportunity_id
            order by c.position, c.opportunity_id, c.direction desc
            """;

    private LedgerSql() {}

    static String bridge(Measure measure) {
        return bridge(measure, "null", "null", "null", "");
    }

    static String bridge(Measure measure, Slice slice) {
        return bridge(
                measure,
                "before_" + slice.ofState(),
                slice.ofChange(),
                "after_" + slice.ofState(),
                "slice as " + slice.ofChange() + ", ");
    }

    private static String bridge(Measure measure, String before, String change, String after, String named) {
        return BRIDGE.formatted(
                before, measure.state("before_"), change, measure.changes(), after, measure.state("after_"), named);
    }

    static String changes(Measure measure) {
        return CHANGES.formatted(measure.changes());
    }
}
