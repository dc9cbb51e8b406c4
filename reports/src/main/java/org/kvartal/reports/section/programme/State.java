package org.kvartal.reports.section.programme;

import java.time.LocalDate;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Message;
import org.kvartal.reports.fact.Value;

/** How a decision stands on the date of the report. */
enum State {
    TAKEN,
    OVERDUE,
    CARRIED_OVER,
    WAITS;

    static State of(ReportData data, Fact asked, Fact due, Fact taken) {
        if (taken.value() instanceof Value.Day) {
            return TAKEN;
        }
        if (due.value() instanceof Value.Day day && day.date().isBefore(data.asOf())) {
            return OVERDUE;
        }
        LocalDate quarter = data.quarter().firstDay();
        boolean isOld = asked.value() instanceof Value.Day day && day.date().isBefore(quarter);
        return isOld ? CARRIED_OVER : WAITS;
    }

    @Message
    String label() {
        return switch (this) {
            case TAKEN -> "taken";
            case OVERDUE -> "overdue";
            case CARRIED_OVER -> "waits since an earlier quarter";
            case WAITS -> "waits";
        };
    }
}
