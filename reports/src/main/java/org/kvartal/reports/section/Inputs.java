package org.kvartal.reports.section;

import java.util.List;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Grade;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;

/**
 * How sound the clean tables behind a section are. The grade follows from the share of the rows read that were rejected,
 * or kept although they break a rule:
 * <pre>
 *   A  at most 1 %
 *   B  at most 5 %
 *   C  at most 25 %, or a forecast was refused
 *   D  more
 * </pre>
 * Rows that a mapping has repaired are sound. A table that no source supplies damages no number: the section says what
 * is missing.
 *
 * @param read rows read from the sources
 * @param rejected rows kept out
 * @param flagged rows kept although they break a rule
 */
public record Inputs(Fact read, Fact rejected, Fact flagged) {
    private static final double SMALL_GAPS = 0.01;
    private static final double GAPS = 0.05;
    private static final double UNRELIABLE = 0.25;

    /** @param tables names of clean tables */
    public static Inputs of(ReportData data, String... tables) {
        String filter = Condition.isOneOf("\"table\"", List.of(tables));
        return read(data, filter);
    }

    /** Of all clean tables together. */
    public static Inputs ofAll(ReportData data) {
        return read(data, "");
    }

    private static Inputs read(ReportData data, String filter) {
        return new Inputs(
                data.fact("quality.row_balance", filter, "coalesce(sum(read_count), 0)", Unit.count("rows")),
                data.fact("quality.row_balance", filter, "coalesce(sum(quarantined_count), 0)", Unit.count("rows")),
                data.fact(
                        "quality.flags",
                        Condition.all(filter, "\"column\" <> ''"),
                        "count(distinct \"table\" || ' ' || \"key\")",
                        Unit.count("rows")));
    }

    public Grade grade() {
        return grade(number(read), number(rejected) + number(flagged));
    }

    /**
     * The grade of so many rows.
     *
     * @param damaged those of them that were rejected or break a rule
     */
    public static Grade grade(double rows, double damaged) {
        double share = rows == 0 ? 0 : damaged / rows;
        if (share > UNRELIABLE) {
            return Grade.D;
        }
        if (share > GAPS) {
            return Grade.C;
        }
        return share > SMALL_GAPS ? Grade.B : Grade.A;
    }

    /** The section with its grade and, if that is worse than B, the reason. */
    public Section grade(Section section) {
        Section graded = section.graded(grade());
        return grade().compareTo(Grade.B) > 0 ? graded.with(caveat()) : graded;
    }

    /** The section with a grade of C at best, because a forecast that it rests on was refused. */
    public Section gradeRefused(Section section) {
        Section graded = grade(section);
        return graded.grade().compareTo(Grade.C) < 0 ? graded.graded(Grade.C) : graded;
    }

    private Notice caveat() {
        return Notice.caveat(Text.of(
                "Grade {3}: of the {0} rows behind this section, {1} break a rule and {2} were rejected. The section"
                        + " on data quality lists them.",
                read, flagged, rejected, Span.words(grade().name())));
    }

    private static double number(Fact fact) {
        return fact.number().orElseThrow().doubleValue();
    }
}
