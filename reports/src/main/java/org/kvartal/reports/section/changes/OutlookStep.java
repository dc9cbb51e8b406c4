package org.kvartal.reports.section.changes;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Message;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;

/**
 * What one kind of change did to the outlook of the quarter.
 *
 * @param count deals concerned
 * @param amount change of the expected bookings
 */
record OutlookStep(Kind kind, Fact count, Fact amount) {
    private static final String TABLE = "mart.outlook_bridge";

    /** The buckets of {@code mart.outlook_changes}, in the order of the bridge. */
    enum Kind {
        NEW("New", "new deals"),
        REOPENED("Reopened", "reopened deals"),
        REASSIGNED("Reassigned", "deals that changed owner, region, product or segment"),
        RESIZED("Other amount", "deals whose amount changed"),
        PUSHED_OUT("Pushed out", "deals that come later or not in the quarter"),
        PULLED_IN("Pulled in", "deals promised for earlier"),
        STAGE_CHANGED("Other stage", "deals that moved to another stage"),
        RE_SCORED("Other chance", "deals whose chance changed without a change of the deal"),
        MODEL_CHANGE("Other model", "the model, which rests on other evidence"),
        BOOKED("Booked", "deals won, with the amount agreed instead of the one expected"),
        LOST("Lost", "deals lost"),
        REMOVED("Removed", "deals removed from the CRM"),
        DATA_FIX("Corrected", "corrections of closed deals"),
        NOT_YET_CREATED("Not yet created", "what is expected of deals not yet created"),
        ALLOWANCE("Allowance", "what the model adds for amounts at close and deals without an amount");

        private final @Message String label;
        private final @Message String cause;

        Kind(@Message String label, @Message String cause) {
            this.label = label;
            this.cause = cause;
        }

        @Message
        String label() {
            return label;
        }

        /** What the kind of a change is called, as the marts name it. */
        @Message
        static String labelOf(String bucket) {
            return valueOf(bucket.toUpperCase(Locale.ROOT)).label;
        }
    }

    /** The steps that have changed anything, in the order of the bridge. */
    static List<OutlookStep> moved(ReportData data) {
        return Arrays.stream(Kind.values())
                .map(kind -> read(data, kind))
                .filter(step -> step.size().signum() > 0)
                .toList();
    }

    private static OutlookStep read(ReportData data, Kind kind) {
        String bucket = kind.name().toLowerCase(Locale.ROOT);
        return new OutlookStep(
                kind,
                data.fact(origin(bucket, "coalesce(sum(opportunity_count), 0)"), Unit.count("opportunities")),
                data.fact(origin(bucket, "coalesce(sum(amount), 0)"), data.money()));
    }

    /** Where the outlook started or ended. */
    static Fact end(ReportData data, String bucket) {
        return data.fact(origin(bucket, "sum(amount)"), data.money());
    }

    /** The change in all. */
    static Fact net(ReportData data, Unit unit) {
        return data.fact(TABLE, "bucket not in ('start', 'end')", "sum(amount)", unit);
    }

    private static Origin origin(String bucket, String measure) {
        return Origin.of(TABLE, measure).where(Condition.is("bucket", bucket));
    }

    /** How far it changed the total. */
    BigDecimal size() {
        return amount.number().orElseThrow().abs();
    }

    @Message
    String label() {
        return kind.label;
    }

    Text cause() {
        return Text.of(kind.cause);
    }
}
