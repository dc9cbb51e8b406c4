package org.kvartal.jobs.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.kvartal.jobs.demo.Customers.Account;
import org.kvartal.jobs.demo.ServiceDesk.Request;

/** What customers are asked: after one request in three, and once a year about the company. */
final class Surveys {
    private static final Table ANSWER = Table.of("SURVEY_ANSWER", """
                    SURVEY_KEY varchar(10) not null
                    ACCOUNT_ID integer
                    REQUEST_ID integer
                    QUESTION varchar(80)
                    SCORE integer
                    COMMENT_TEXT varchar(200)
                    ASKED_AT timestamp(0)
                    ANSWERED_AT timestamp(0)""");
    private static final double ASKED = 0.35;
    private static final double ANSWERED = 0.45;
    private static final int ACCOUNTS_A_YEAR = 150;
    private static final List<String> YEARLY = List.of(
            "How satisfied are you with our sales people?",
            "How satisfied are you with our service?",
            "How satisfied are you with our information?");
    private static final List<String> PRAISE = List.of("Quick and friendly.", "Solved at once.", "Good explanation.");
    private static final List<String> COMPLAINT = List.of("Took too long.", "Had to ask twice.", "Nobody called back.");

    private final World world;
    private final Dice dice;

    private Surveys(World world) {
        this.world = world;
        this.dice = world.dice("surveys");
    }

    static void ask(World world, Customers customers, ServiceDesk desk) {
        Surveys surveys = new Surveys(world);
        desk.requests().forEach(surveys::askAbout);
        for (LocalDate month : world.span().months().toList()) {
            if (month.getMonthValue() == 10) {
                surveys.askAll(customers, month.plusDays(9));
            }
        }
    }

    private void askAbout(Request request) {
        if (dice.chance(ASKED)) {
            Instant asked = request.course().resolved().plusSeconds(3_600);
            int score = score(4.4 - 0.35 * StrictMath.log(request.course().hours() / 5));
            Row answer = question("SERVICE", request.account(), asked)
                    .set("REQUEST_ID", request.row())
                    .set("QUESTION", "How satisfied are you with the solution?");
            if (answered(answer, asked, score)) {
                request.row().change(answer.changedAt()).set("SATISFACTION", score);
            }
        }
    }

    private void askAll(Customers customers, LocalDate day) {
        Instant asked = WorkCalendar.moment(day, 9);
        for (int i = 0; i < world.size().times(ACCOUNTS_A_YEAR); i++) {
            Account account = customers.anyBefore(day, dice);
            for (String question : YEARLY) {
                answered(question("YEARLY", account, asked).set("QUESTION", question), asked, score(3.9));
            }
        }
    }

    private Row question(String survey, Account account, Instant asked) {
        return world.history()
                .add(ANSWER, asked)
                .set("SURVEY_KEY", survey)
                .set("ACCOUNT_ID", account.row())
                .set("ASKED_AT", asked);
    }

    private boolean answered(Row answer, Instant asked, int score) {
        Instant at = asked.plusSeconds((long) (dice.logNormal(20, 1) * 3_600));
        boolean answered = dice.chance(ANSWERED);
        boolean words = dice.chance(0.3);
        String comment = dice.pick(score >= 4 ? PRAISE : COMPLAINT);
        if (answered) {
            answer.change(at).set("SCORE", score).set("ANSWERED_AT", at).set("COMMENT_TEXT", words ? comment : null);
        }
        return answered;
    }

    private int score(double mean) {
        return (int) Math.max(1, Math.min(5, Math.round(dice.normal(mean, 0.9))));
    }
}
