package org.kvartal.jobs.analyze;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * What the CRM of a company of two years shows on its last day: deals go through three stages, are put off, get a discount
 * when they are won, and some are forgotten. Seeded.
 */
record SampleCrm(Sheet opportunities, Sheet history, Sheet changes, Sheet accounts) {
    static final LocalDate START = LocalDate.of(2022, 1, 1);
    static final LocalDate END = LocalDate.of(2023, 12, 31);
    private static final List<String> STAGES = List.of("Qualify", "Propose", "Negotiate");
    private static final List<String> SEGMENTS = List.of("Small", "Large", "Public");
    private static final double[] MOVING = {0.05, 0.04, 0};
    private static final double[] WINNING = {0.002, 0.006, 0.03};
    private static final double[] LOSING = {0.012, 0.01, 0.008};
    private static final int ACCOUNTS = 80;

    static SampleCrm of(int deals) {
        return new Life().of(deals);
    }

    /** The simulation: one deal after the other, from its creation to its end. */
    private static final class Life {
        private final SplittableRandom random = new SplittableRandom(20_220_101);
        private final List<Map<String, String>> opportunities = new ArrayList<>();
        private final List<Map<String, String>> history = new ArrayList<>();
        private final List<Map<String, String>> changes = new ArrayList<>();

        SampleCrm of(int deals) {
            int days = (int) (END.toEpochDay() - START.toEpochDay());
            for (int number = 0; number < deals; number++) {
                live(number, START.plusDays((long) number * days / deals).atTime(8, number % 60));
            }
            List<Map<String, String>> accounts = new ArrayList<>();
            for (int account = 0; account < ACCOUNTS; account++) {
                accounts.add(row("account_id", "A" + account, "industry", account % 3 == 0 ? "Energy" : "Retail"));
            }
            return new SampleCrm(new Sheet(opportunities), new Sheet(history), new Sheet(changes), new Sheet(accounts));
        }

        private void live(int number, LocalDateTime created) {
            String id = "D%04d".formatted(number);
            boolean forgotten = random.nextDouble() < 0.1;
            long amount = Math.round(1000 * Math.exp(random.nextGaussian()));
            LocalDate promised = created.toLocalDate().plusDays(40);
            int stage = 0;
            String outcome = "";
            LocalDateTime now = created;
            stage(id, "", STAGES.get(0), created);
            while (outcome.isEmpty() && now.toLocalDate().isBefore(END)) {
                now = now.toLocalDate().plusDays(1).atTime(10, number % 60, 30);
                double draw = forgotten ? 1 : random.nextDouble();
                double end = WINNING[stage] + LOSING[stage];
                outcome = draw < WINNING[stage] ? "Won" : draw < end ? "Lost" : "";
                if (outcome.isEmpty() && draw < end + MOVING[stage]) {
                    stage(id, STAGES.get(stage), STAGES.get(stage + 1), now);
                    stage++;
                }
                if (outcome.isEmpty() && !forgotten && now.toLocalDate().equals(promised)) {
                    promised = promised.plusDays(30);
                    change(id, "close_date", promised.minusDays(30).toString(), promised.toString(), now);
                }
            }
            if (!outcome.isEmpty()) {
                stage(id, STAGES.get(stage), outcome, now);
                change(id, "close_date", promised.toString(), now.toLocalDate().toString(), now);
                promised = now.toLocalDate();
            }
            if (outcome.equals("Won")) {
                change(id, "amount", amount + ".00", amount * 9 / 10 + ".00", now);
                amount = amount * 9 / 10;
            }
            opportunities.add(row(
                    "opportunity_id",
                    id,
                    "account_id",
                    "A" + number % ACCOUNTS,
                    "owner_id",
                    "U" + number % 7,
                    "stage",
                    outcome.isEmpty() ? STAGES.get(stage) : outcome,
                    "is_closed",
                    String.valueOf(!outcome.isEmpty()),
                    "is_won",
                    String.valueOf(outcome.equals("Won")),
                    "amount",
                    amount + ".00",
                    "created_at",
                    created + ":00",
                    "close_date",
                    promised.toString(),
                    "segment",
                    SEGMENTS.get(number * 7 % 3),
                    "lost_reason",
                    outcome.equals("Lost") ? "Price" : ""));
        }

        private void stage(String id, String from, String to, LocalDateTime at) {
            history.add(row("opportunity_id", id, "from_stage", from, "to_stage", to, "changed_at", text(at)));
        }

        private void change(String id, String field, String before, String after, LocalDateTime at) {
            changes.add(row(
                    "opportunity_id",
                    id,
                    "field",
                    field,
                    "old_value",
                    before,
                    "new_value",
                    after,
                    "changed_at",
                    text(at)));
        }

        private static String text(LocalDateTime time) {
            return time.getSecond() == 0 ? time + ":00" : time.toString();
        }
    }

    /** A row from columns and values in turns. */
    static Map<String, String> row(String... columnsAndValues) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            row.put(columnsAndValues[i], columnsAndValues[i + 1]);
        }
        return row;
    }
}
