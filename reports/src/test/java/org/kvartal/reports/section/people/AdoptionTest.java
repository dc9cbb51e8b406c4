package org.kvartal.reports.section.people;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kvartal.reports.document.Grade;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.section.PrintedSection;
import org.kvartal.reports.section.SectionData;

import static org.assertj.core.api.Assertions.assertThat;

class AdoptionTest {
    @RegisterExtension
    final SectionData given = SectionData.asOf("2024-12-31");

    private List<String> printed() {
        return PrintedSection.print(new PeopleSection().write(given.published()));
    }

    private void use() {
        given.rows(
                        "forecast.adoption_use",
                        "grain, first_day, scope, team_id, person_count, active_count, seen_count, use_count",
                        "('week', '2024-12-23', 'total', null, 20, 12, 18, 60), ('week', '2024-12-30', 'total', null, 20, 1, 1, 2),"
                                + " ('week', '2024-12-23', 'team', 't1', 12, 6, 12, 30)")
                .rows("crm.teams", "team_id, name", "('t1', 'North'), ('t2', 'Pair')")
                .rows(
                        "forecast.adoption_units",
                        "scope, team_id, programme, person_count, state, usual_share, recent_share, since, since_days,"
                                + " change, low, high, dropped_count, expected_drops, expected_low, expected_high, reason",
                        "('total', null, null, 20, 'steady', 0.55, null, null, null, null, null, null, 4, null, null, null, ''),"
                                + " ('team', 't1', null, 12, 'dropped', 0.6, 0.2, '2024-11-18', null, -0.4, -0.5, -0.3, 4, null,"
                                + " null, null, ''),"
                                + " ('team', 't2', null, null, 'hidden', null, null, null, null, null, null, null, null, null,"
                                + " null, null, ''),"
                                + " ('programme', null, 'Basics', 9, 'dropped', 0.7, 0.35, null, 51, -0.35, -0.4, -0.3, 4, 1.25,"
                                + " 0.25, 3.0, '')")
                .rows(
                        "forecast.adoption_curve",
                        "programme, week, person_count, active_share, low, high",
                        "('Basics', -1, 9, 0.5, 0.4, 0.6), ('Basics', 0, 9, 0.7, 0.6, 0.8), ('Basics', 1, 9, 0.7, 0.6, 0.8),"
                                + " ('Basics', 2, null, null, null, null)")
                .rows("crm.users", "user_id, name", "('p1', 'Person 0A0B0C0D'), ('p3', ' ')")
                .rows(
                        "forecast.adoption_people",
                        "user_id, team_id, trained_on, state, since, usual_share, recent_share, missing",
                        "('p1', 't1', '2024-09-02', 'stopped', '2024-11-20', 0.8, 0.0, 'offer, report'),"
                                + " ('p3', 't1', null, 'silent', '2024-11-01', 0.5, 0.0, null),"
                                + " ('p2', 't1', null, 'away', '2024-12-20', 0.8, null, null)");
    }

    @Test
    void saysWhoUsesTheCrmWhereUseDroppedAndWithWhomToTalk() {
        use();
        assertThat(printed())
                .contains(
                        "In the week from 23 Dec 2024, 12 of 20 persons used the CRM, and 18 opened it.",
                        "About 10 weeks after the course, use falls from 70.0% to 35.0% of the working days",
                        "After the course Basics, use has dropped for 4 of 9 persons. Of those who still use the CRM, 1.3"
                                + " persons are expected to drop within four weeks (95% interval 0.3 persons to 3.0 persons),"
                                + " if they do as those before them.",
                        "North | 12 | 60.0% | 20.0% | −40.0 | −50.0 | −30.0 | 18 Nov 2024 | 4",
                        "Person 0A0B0C0D | North | stopped | 20 Nov 2024 | 80.0% | 0.0% | 2 Sep 2024 | offer, report",
                        "p3 | North | silent | 1 Nov 2024 | 50.0% | 0.0% | – | ")
                .noneMatch(line -> line.startsWith("Pair"));
    }

    @Test
    void saysNoEvidenceInTheWordsOfTheVerdict() {
        use();
        given.rows(
                "forecast.adoption_interventions",
                "intervention, first_on, reached_count, control_count, effect, low, high, verdict, reason",
                "('Talks', '2024-06-03', 10, 10, 0.01, -0.05, 0.07, 'no evidence', '')");
        assertThat(printed()).contains("Talks | 3 Jun 2024 | 10 | +1.0 | −5.0 | +7.0 | no evidence");
    }

    @Test
    void namesTheMonthInWhichCompaniesWereEntered() {
        use();
        given.rows(
                "forecast.adoption_entries",
                "month, owner_id, entered_count, imported_count, duplicate_count, filler_count, deleted_count, counted_count,"
                        + " quota",
                "('2024-11-01', null, 9, 1, 2, 1, 1, 4, 8), ('2024-11-01', 'p1', 9, 1, 2, 1, 1, 4, 8)");
        assertThat(printed()).contains("Nov 2024 | 9 | 1 | 2 | 1 | 1 | 4 | 8");
    }

    @Test
    void saysNothingWhereNoUseIsLogged() {
        Section section = new PeopleSection().write(given.published());
        assertThat(section.grade()).isEqualTo(Grade.A);
        assertThat(PrintedSection.print(section)).hasSize(2);
    }
}
