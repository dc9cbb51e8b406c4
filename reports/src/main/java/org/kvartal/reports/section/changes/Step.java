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
 * What one kind of change did to the open pipeline.
 *
 * @param count deals concerned
 * @param amount change of the open amount
 * @param moved amount that went from one owner, region, product, segment, stage or month to another, which changes no total
 */
record Step(Kind kind, Fact count, Fact amount, Fact moved) {

    /** The buckets of {@code mart.pipeline_changes}, in the order of the bridge. */
    enum Kind {
        NEW("New", "new deals"),
        REOPENED("Reopened", "reopened deals"),
        REASSIGNED("Reassigned", "deals that changed owner, region, product or segment"),
        STAGE_CHANGED("Other stage", "deals that moved to another stage"),
        PUSHED_OUT("Pushed out", "deals promised for later"),
        PULLED_IN("Pulled in", "deals promised for earlier"),
        UP("Raised", "deals whose amount was raised"),
        DOWN("Lowered", "deals whose amount was lowered"),
        WON("Won", "deals won, which left the pipeline"),
        LOST("Lost", "deals lost"),
        REMOVED("Removed", "deals removed from the CRM");

        private final @Message String label;
        private final @Message String cause;

        Kind(@Message String label, @Message String cause) {
            this.label = label;
            this.cause = cause;
        }

        /** As the marts name it. */
        String bucket() {
            return name().toLowerCase(Locale.ROOT);
        }

        @Message
        String label() {
            return label;
        }
    }

    static List<Step> all(ReportData data) {
        return Arrays.stream(Kind.values()).map(kind -> read(data, kind)).toList();
    }

    private static Step read(ReportData data, Kind kind) {
        return new Step(
                kind,
                data.fact(origin(kind.bucket(), "coalesce(sum(opportunity_count), 0)"), Unit.count("opportunities")),
                data.fact(origin(kind.bucket(), "coalesce(sum(amount), 0)"), data.money()),
                data.fact(origin(kind.bucket(), "coalesce(sum(moved_amount), 0)"), data.money()));
    }

    static Origin origin(String bucket, String measure) {
        return Origin.of("mart.pipeline_bridge", measure).where(Condition.is("bucket", bucket));
    }

    boolean hasMoved() {
        return count.number().orElseThrow().signum() != 0;
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
