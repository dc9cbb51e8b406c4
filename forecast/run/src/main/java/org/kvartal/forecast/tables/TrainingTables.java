package org.kvartal.forecast.tables;

import java.util.List;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.TableSpec;

import static org.kvartal.ingest.lake.Column.date;
import static org.kvartal.ingest.lake.Column.flag;
import static org.kvartal.ingest.lake.Column.integer;
import static org.kvartal.ingest.lake.Column.money;
import static org.kvartal.ingest.lake.Column.number;
import static org.kvartal.ingest.lake.Column.reference;
import static org.kvartal.ingest.lake.Column.text;

/** What trainings changed, who passed what, and who trained whom. */
public final class TrainingTables {
    private static final String SCALE = "column scale";
    private static final String PROGRAMME = "The course; its first session attended by a person counts.";
    private static final String OUTCOME =
            "handling_time, first_response, sla_share, satisfaction, response_rate or active_days.";

    public static final TableSpec TRAINING_VERDICTS = TableSpec.of(
            "forecast",
            "training_verdicts",
            "What a course did to an outcome, in one row: the average over all trained persons and months, and what one must"
                    + " know before believing it. Ends of intervals hold with 95 %.",
            List.of("programme", "outcome"),
            text("programme", PROGRAMME).asRequired(),
            text("outcome", OUTCOME).asRequired(),
            flag(
                    "is_headline",
                    "The one to speak of first: the course and outcome that most trained persons were seen in."),
            text(
                            "verdict",
                            "fell, rose, no evidence (an interval that holds 0, or one of many outcomes by chance) or not"
                                    + " measurable.")
                    .asRequired(),
            text("scale", "logarithm (a change of -0.1 is a fall by 9.5 %), share (a fraction) or mark (1 to 5)."),
            scaled("estimate", "Change by the course; empty where nothing can be estimated."),
            scaled("low", "Lower end of its interval; empty where nothing may be claimed."),
            scaled("high", "Upper end of its interval."),
            number("change", "The estimate as told: a relative change of a logarithm, else the estimate.")
                    .in("fraction, or marks"),
            number("change_low", "Lower end of its interval.").in("fraction, or marks"),
            number("change_high", "Upper end of its interval.").in("fraction, or marks"),
            number("adjusted_p_value", "Probability of as much by chance, after Benjamini-Hochberg over the outcomes.")
                    .in("fraction 0 to 1"),
            text("control", "never: compared with those never trained; not-yet: also with those trained later."),
            persons("trained_count", "Trained persons seen before and after their training."),
            persons("untrained_count", "Persons never trained."),
            integer(
                            "period_months",
                            "Months that are put together, up to three, so that half of the persons have 30 requests in them.")
                    .in("months"),
            integer("case_count", "Requests, or months of persons, that it rests on.")
                    .in("requests or months"),
            number("pre_trend_p_value", "Probability of trends before training as different by chance.")
                    .in("fraction 0 to 1"),
            number("detectable_slope", "Difference of trends per month that would have been found with 80 %.")
                    .in(SCALE),
            scaled("detectable_change", "Least change that would have been found with 80 %."),
            scaled("relevant_change", "Smallest change worth knowing of."),
            integer("cases_needed", "Requests, or months of persons, that would be enough to find it.")
                    .in("requests or months"),
            scaled("placebo", "The same estimate of the months before, as if the course had been earlier."),
            scaled("placebo_low", "Lower end of its interval."),
            scaled("placebo_high", "Upper end of its interval."),
            number("half_life_months", "After which half of the effect is gone; empty where it may as well last.")
                    .in("months"),
            number("half_life_low", "Lower end of its interval.").in("months"),
            number("half_life_high", "Upper end of its interval.").in("months"),
            date("refresher_on", "Day by which half of the trained need a refresher; never before the next day."),
            persons("due_count", "Trained persons who need it at the as-of date."),
            number("hours_saved", "Working hours that requests were open for less since the trainings.")
                    .in("hours"),
            number("hours_saved_low", "Lower end of its interval.").in("hours"),
            number("hours_saved_high", "Upper end of its interval.").in("hours"),
            money("saved_amount", "These hours at the cost per hour configured; empty without one."),
            money("saved_low", "Lower end of its interval."),
            money("saved_high", "Upper end of its interval."),
            text("note", "What else one must know."));

    public static final TableSpec TRAINING_EFFECTS = TableSpec.of(
            "forecast",
            "training_effects",
            "Effects of a course by estimator, by period of training and by months since it. Also groups that nothing can be"
                    + " said of: their note says why. Before the training an effect of callaway-santanna is the change from"
                    + " one period to the next, after it that since the period before.",
            List.of("programme", "outcome", "estimator", "aggregation", "group_month", "event_month"),
            text("programme", PROGRAMME).asRequired(),
            text("outcome", OUTCOME).asRequired(),
            text("estimator", "callaway-santanna (the one to quote), sun-abraham, imputation or twfe-diagnostic.")
                    .asRequired(),
            text(
                            "aggregation",
                            "simple, group (by period of training), event (by months since) or units (who was seen).")
                    .asRequired(),
            date("group_month", "First day of the period of training, of a group; empty for all and the untrained."),
            integer("event_month", "Months from the period of training to that of an event.")
                    .in("months"),
            number("estimate", "The effect.").in("scale of the outcome"),
            number("standard_error", "Its customary standard error.").in("scale of the outcome"),
            number("low", "Lower end of the 95 % interval of this effect alone.")
                    .in("scale of the outcome"),
            number("high", "Upper end of the 95 % interval of this effect alone.")
                    .in("scale of the outcome"),
            number("band_low", "Lower end of the band that holds for all events at once.")
                    .in("scale of the outcome"),
            number("band_high", "Upper end of the band that holds for all events at once.")
                    .in("scale of the outcome"),
            integer("observation_count", "Periods of trained persons that it rests on; of units, persons.")
                    .in("periods or persons"),
            persons("person_count", "Trained persons that an event rests on."),
            flag("is_small", "These are fewer than the minimum group of the settings: the report draws no point."),
            text("note", "What to know about it."));

    public static final TableSpec TRAINING_CHECKPOINTS = TableSpec.of(
            "forecast",
            "training_checkpoints",
            "A topic of a course that a person is to pass, however many sessions that takes: what was missed twice is missed"
                    + " once.",
            List.of("programme", "topic", "user_id"),
            text("programme", "The course.").asRequired(),
            text("topic", "What is to be passed.").asRequired(),
            reference("user_id", "users", "Who is to pass it.").ofPerson(),
            reference("team_id", "teams", "Team of the person."),
            text(
                            "state",
                            "passed, due (a session is to come), failed (score below the one that passes), missed, or unrecorded"
                                    + " (held, and nobody says whether the person came).")
                    .asRequired(),
            date("due_on", "Passed: when. Due: the next session. Else the last session."),
            integer("session_count", "Sessions that the person was on the list of.")
                    .in("sessions"),
            number("score", "Best result; empty without one.").in("fraction 0 to 1"));

    public static final TableSpec TRAINING_SKILLS = TableSpec.of(
            "forecast",
            "training_skills",
            "Results of a topic by months since the first session, of each group of persons who had that in the same month and of"
                    + " all, and how fast these persons handled requests in the month of their check. Figures of fewer"
                    + " persons than the minimum group of the settings are empty.",
            List.of("programme", "topic", "cohort_month", "months_since"),
            text("programme", "The course.").asRequired(),
            text("topic", "What was checked.").asRequired(),
            date("cohort_month", "First day of the month of the persons' first session; empty for all."),
            integer("months_since", "Months from the first session to the check.")
                    .in("months"),
            persons("person_count", "Persons with a result."),
            number("score_mean", "Mean result.").in("fraction 0 to 1"),
            number("score_low", "Lower end of its 95 % interval.").in("fraction 0 to 1"),
            number("score_high", "Upper end of its 95 % interval.").in("fraction 0 to 1"),
            integer("handled_count", "Requests of these persons opened in the month of their check.")
                    .in("requests"),
            number("typical_hours", "Geometric mean of their working hours to resolution.")
                    .in("hours"));

    public static final TableSpec TRAINING_CASCADE = TableSpec.of(
            "forecast",
            "training_cascade",
            "Who was trained by whom: everybody who attended or teaches a course, at one place of its tree. Effects of trainers"
                    + " are those of handling_time on the persons they trained.",
            List.of("programme", "user_id"),
            text("programme", "The course.").asRequired(),
            reference("user_id", "users", "Who was trained, or trains.").ofPerson(),
            reference("trainer_id", "users", "By whom, in the first session attended; empty for who begins a tree.")
                    .ofPerson(),
            reference("training_id", "trainings", "That session."),
            date("trained_on", "Its day; empty for who was never trained, or only after having taught."),
            integer("depth", "Links to the beginning of the tree.").in("links"),
            persons("direct_count", "Persons trained by this one."),
            persons("reach_count", "Persons trained by this one, by these, and so on."),
            number("estimate", "Effect on the persons trained by this one; empty below five of them.")
                    .in("logarithm"),
            number("standard_error", "Its standard error.").in("logarithm"),
            number("shrunk", "The effect drawn towards the mean of the trainers by as much as chance explains.")
                    .in("logarithm"),
            number("shrunk_low", "Lower end of its 95 % interval.").in("logarithm"),
            number("shrunk_high", "Upper end of its 95 % interval.").in("logarithm"));

    static final List<TableSpec> ALL =
            List.of(TRAINING_VERDICTS, TRAINING_EFFECTS, TRAINING_CHECKPOINTS, TRAINING_SKILLS, TRAINING_CASCADE);

    private TrainingTables() {}

    private static Column scaled(String name, String description) {
        return number(name, description).in(SCALE);
    }

    private static Column persons(String name, String description) {
        return integer(name, description).in("persons");
    }
}
