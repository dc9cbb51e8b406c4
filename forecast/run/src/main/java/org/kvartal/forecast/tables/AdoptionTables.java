package org.kvartal.forecast.tables;

import java.util.List;
import org.kvartal.ingest.lake.TableSpec;

import static org.kvartal.ingest.lake.Column.date;
import static org.kvartal.ingest.lake.Column.integer;
import static org.kvartal.ingest.lake.Column.number;
import static org.kvartal.ingest.lake.Column.reference;
import static org.kvartal.ingest.lake.Column.text;

/**
 * Whether people use the CRM. Purpose of the tables that hold rows of persons: to offer help to those for whom it stopped
 * being of use; they are kept under pseudonyms and are no measure of anyone's work. Groups of too few persons have no figures.
 */
public final class AdoptionTables {
    private static final String FRACTION = "fraction 0 to 1";
    private static final String PURPOSE =
            " Purpose: to offer help to those who need it; not to measure anyone's work. Persons are pseudonyms.";

    public static final TableSpec USE = TableSpec.of(
            "forecast",
            "adoption_use",
            "Who used the CRM in a period, by unit. A person counts once, however many ways in were used.",
            List.of("grain", "first_day", "scope", "team_id"),
            text("grain", "day, week or month.").asRequired(),
            date("first_day", "First day of the period.").asRequired(),
            text("scope", "total or team.").asRequired(),
            reference("team_id", "teams", "The unit, of scope team; empty when not stated."),
            integer("person_count", "Persons of the unit who have ever been seen in the CRM and have not left.")
                    .in("persons")
                    .ofGroup(),
            integer("active_count", "Of these, those who did something that counts as use; empty where hidden.")
                    .in("persons"),
            integer("seen_count", "Of these, those who left any trace, as a login; empty where hidden.")
                    .in("persons"),
            integer("use_count", "What they did that counts; empty where hidden.")
                    .in("uses"));

    public static final TableSpec PEOPLE = TableSpec.of(
            "forecast",
            "adoption_people",
            "How a person stands to the CRM." + PURPOSE,
            List.of("user_id"),
            reference("user_id", "users", "Who.").asRequired().ofPerson(),
            reference("team_id", "teams", "The unit of the person."),
            date("trained_on", "Last training attended."),
            text("state", "using, dropped, stopped, silent, away, light or new.")
                    .asRequired(),
            date("since", "First working day of that state; empty when it has no beginning to tell."),
            number("usual_share", "Share of working days with use before the drop, or so far.")
                    .in(FRACTION),
            number("recent_share", "The same since, or lately.").in(FRACTION),
            date("last_use_on", "Last day with use."),
            text("missing", "Functions used before, and since then on less than a third as many days."),
            text("talk_point", "What to ask, and what to offer; empty where there is nothing to talk about."));

    public static final TableSpec UNITS = TableSpec.of(
            "forecast",
            "adoption_units",
            "Whether use has dropped: in a unit, day by day; of a programme, by working days since the training.",
            List.of("scope", "team_id", "programme"),
            text("scope", "total, team or programme.").asRequired(),
            reference("team_id", "teams", "The unit, of scope team; empty when not stated."),
            text("programme", "The course, of scope programme."),
            integer("person_count", "Persons of the unit, or trained.")
                    .in("persons")
                    .ofGroup(),
            text("state", "steady, dropped, silent (no trace of anyone for a week), or hidden.")
                    .asRequired(),
            number("usual_share", "Share of working days with use before the drop, or lately.")
                    .in(FRACTION),
            number("recent_share", "The same since the drop.").in(FRACTION),
            date("since", "Of total and team: first working day of the lower level, as the most likely one."),
            integer("since_days", "Of a programme: working days from the training to the drop.")
                    .in("working days"),
            date("found_on", "Of total and team: day at whose end the drop was known."),
            number("change", "recent_share - usual_share.").in("fraction"),
            number("low", "Lower end of its 95 % interval.").in("fraction"),
            number("high", "Upper end of its 95 % interval.").in("fraction"),
            integer("dropped_count", "Of these, those whose own use dropped, stopped or fell silent.")
                    .in("persons"),
            number(
                            "expected_drops",
                            "Of a programme: persons who still use it and are expected to drop within four weeks.")
                    .in("persons"),
            number("expected_low", "Lower end of its 95 % interval.").in("persons"),
            number("expected_high", "Upper end of its 95 % interval.").in("persons"),
            text("reason", "What was seen, in words.").asRequired());

    public static final TableSpec CURVE = TableSpec.of(
            "forecast",
            "adoption_curve",
            "Use by weeks since the training, over all who attended it and are past that week.",
            List.of("programme", "week"),
            text("programme", "The course.").asRequired(),
            integer("week", "Weeks since the training; negative before it.")
                    .asRequired()
                    .in("weeks"),
            integer("person_count", "Persons at work in that week.")
                    .in("persons")
                    .ofGroup(),
            number("active_share", "Share of their working days with use; empty where hidden.")
                    .in(FRACTION),
            number("low", "Lower end of its 95 % interval, which knows that days of one person are alike.")
                    .in(FRACTION),
            number("high", "Upper end of it.").in(FRACTION));

    public static final TableSpec FUNCTIONS = TableSpec.of(
            "forecast",
            "adoption_functions",
            "Which functions are used by how many, and how that compares with the plan.",
            List.of("function"),
            text("function", "The function; a report is named as the source names it.")
                    .asRequired(),
            integer("person_count", "Persons who have ever been seen in the CRM and have not left.")
                    .in("persons"),
            integer("tried_count", "Of these, those who used it in the last year.")
                    .in("persons"),
            integer("habitual_count", "Of these, those who used it in four of the last eight weeks.")
                    .in("persons"),
            integer("use_count", "Uses in the last four weeks.").in("uses"),
            date("last_used_on", "Last day of use; empty when it was never used."),
            text("state", "used, unused (not for a quarter) or never.").asRequired(),
            number("planned_count", "Uses planned for four weeks: persons times the plan of one; empty without a plan.")
                    .in("uses"),
            number("headcount_effect", "(persons active - persons) * planned uses of one.")
                    .in("uses"),
            number("rate_effect", "Persons active * (uses of one active - planned uses of one).")
                    .in("uses"));

    public static final TableSpec ENTRIES = TableSpec.of(
            "forecast",
            "adoption_entries",
            "Companies entered in a month: entered = imported + duplicate + filler + deleted + counted." + PURPOSE,
            List.of("month", "owner_id"),
            date("month", "First day of the month.").asRequired(),
            reference("owner_id", "users", "Who entered them; empty for all together.")
                    .ofPerson(),
            integer("entered_count", "Companies entered.").in("companies"),
            integer("imported_count", "Of these, those of which one person entered many within a minute.")
                    .in("companies"),
            integer("duplicate_count", "Of the rest, those that are an older company once more.")
                    .in("companies"),
            integer("filler_count", "Of the rest, those whose name is no name.").in("companies"),
            integer("deleted_count", "Of the rest, those deleted since.").in("companies"),
            integer("counted_count", "The rest.").in("companies"),
            integer("late_count", "Of those counted, those entered in the last two working days of the month.")
                    .in("companies"),
            integer("quota", "Companies to be entered by one person in a month; empty without a quota."),
            number("attainment", "counted_count / quota.").in("fraction"),
            text("remark", "What the check found; empty when nothing."));

    public static final TableSpec INTERVENTIONS = TableSpec.of(
            "forecast",
            "adoption_interventions",
            "What each course, talk or quota has done to use, beside those whom it has not reached (yet).",
            List.of("intervention"),
            text("intervention", "What was done.").asRequired(),
            date("first_on", "First day of it."),
            integer("reached_count", "Persons reached.").in("persons").ofGroup(),
            integer("control_count", "Persons compared with.").in("persons"),
            number("effect", "Change of the share of working days with use, in the weeks after it.")
                    .in("fraction"),
            number("low", "Lower end of the 95 % interval.").in("fraction"),
            number("high", "Upper end of the 95 % interval.").in("fraction"),
            text("verdict", "more use, less use, no evidence or not measurable.")
                    .asRequired(),
            text("reason", "What it rests on."));

    static final List<TableSpec> ALL = List.of(USE, PEOPLE, UNITS, CURVE, FUNCTIONS, ENTRIES, INTERVENTIONS);

    private AdoptionTables() {}
}
