package org.kvartal.forecast.run;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.run.SurveyAnswers.Asked;
import org.kvartal.forecast.survey.Estimate;
import org.kvartal.forecast.survey.Share;
import org.kvartal.forecast.survey.SmallGroups;
import org.kvartal.forecast.tables.ServiceTables;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.model.FiscalCalendar;
import org.kvartal.ingest.model.FiscalQuarter;

/** What customers answered in each fiscal quarter, in total and by region and segment, with how many did not. */
final class SurveyScores {
    private final FiscalCalendar fiscal;
    private final int minimum;

    /** @param minimum fewest customers of a group that is shown */
    SurveyScores(FiscalCalendar fiscal, int minimum) {
        this.fiscal = fiscal;
        this.minimum = minimum;
    }

    private record Key(String survey, String question, LocalDate firstDay) {}

    private record Account(String region, String segment) {}

    void run(Lake lake, AsOf asOf) {
        SortedMap<Key, List<Asked>> questions = new TreeMap<>(
                Comparator.comparing(Key::survey).thenComparing(Key::question).thenComparing(Key::firstDay));
        Map<String, List<Asked>> byQuestion = new HashMap<>();
        for (Asked asked : asked(lake, asOf)) {
            FiscalQuarter quarter = fiscal.quarterOf(asked.on());
            questions
                    .computeIfAbsent(
                            new Key(asked.survey(), asked.question(), quarter.firstDay()), key -> new ArrayList<>())
                    .add(asked);
            byQuestion
                    .computeIfAbsent(asked.question(), question -> new ArrayList<>())
                    .add(asked);
        }
        Map<String, SurveyAnswers.Scale> scales = new HashMap<>();
        byQuestion.forEach((question, all) -> scales.put(question, SurveyAnswers.scaleOf(all)));
        Map<String, Account> accounts = accounts(lake);
        LocalDate earliest = fiscal.yearBefore(
                fiscal.yearBefore(fiscal.quarterOf(asOf.date()).next().firstDay()));
        lake.replace(
                ServiceTables.SURVEY_SCORES,
                questions.entrySet().stream()
                        .filter(entry -> !entry.getKey().firstDay().isBefore(earliest))
                        .flatMap(
                                entry -> rows(
                                        entry.getKey(),
                                        entry.getValue(),
                                        scales.get(entry.getKey().question()),
                                        accounts)
                                        .stream()));
    }

    private List<Asked> asked(Lake lake, AsOf asOf) {
        List<Asked> all = new ArrayList<>();
        for (Record row : lake.rows(CrmTables.SURVEYS)) {
            @Nullable
            OffsetDateTime at = (OffsetDateTime)
                    (row.getField("asked_at") != null ? row.getField("asked_at") : row.getField("answered_at"));
            if (at != null && at.toInstant().isBefore(asOf.end())) {
                String account = text(row, "account_id");
                all.add(new Asked(
                        text(row, "survey_id"),
                        text(row, "survey"),
                        text(row, "question"),
                        account.isEmpty() ? text(row, "survey_id") : account,
                        at.atZoneSameInstant(asOf.zone()).toLocalDate(),
                        (Double) row.getField("score")));
            }
        }
        all.sort(Comparator.comparing(Asked::id));
        return all;
    }

    private static Map<String, Account> accounts(Lake lake) {
        Map<String, Account> accounts = new HashMap<>();
        lake.rows(CrmTables.ACCOUNTS)
                .forEach(row ->
                        accounts.put(text(row, "account_id"), new Account(text(row, "region"), text(row, "segment"))));
        return accounts;
    }

    private List<@Nullable Object[]> rows(
            Key key, List<Asked> asked, SurveyAnswers.Scale scale, Map<String, Account> accounts) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        boolean isSmall = new SurveyAnswers(asked).customers() < minimum;
        Account none = new Account("", "");
        addGroups(
                rows,
                key,
                asked,
                scale,
                "region",
                one -> accounts.getOrDefault(one.customer(), none).region());
        addGroups(
                rows,
                key,
                asked,
                scale,
                "segment",
                one -> accounts.getOrDefault(one.customer(), none).segment());
        rows.add(row(key, "total", "", new SurveyAnswers(asked), scale, isSmall));
        return rows;
    }

    private void addGroups(
            List<@Nullable Object[]> rows,
            Key key,
            List<Asked> asked,
            SurveyAnswers.Scale scale,
            String scope,
            Function<Asked, String> group) {
        SortedMap<String, SurveyAnswers> groups = new TreeMap<>();
        asked.stream()
                .collect(Collectors.groupingBy(group))
                .forEach((member, ofMember) -> groups.put(member, new SurveyAnswers(ofMember)));
        Map<String, Long> sizes = new HashMap<>();
        groups.forEach((member, answers) -> sizes.put(member, answers.customers()));
        Set<String> hidden = SmallGroups.hidden(sizes, minimum);
        groups.forEach((member, answers) -> rows.add(row(key, scope, member, answers, scale, hidden.contains(member))));
    }

    private @Nullable Object[] row(
            Key key, String scope, String member, SurveyAnswers answers, SurveyAnswers.Scale scale, boolean isHidden) {
        @Nullable Estimate score = isHidden ? null : answers.score(scale);
        @Nullable
        Estimate response =
                isHidden ? null : new Share(answers.answeredCount(), answers.askedCount()).wilson(SurveyAnswers.LEVEL);
        return new @Nullable Object[] {
            key.survey(),
            key.question(),
            fiscal.quarterOf(key.firstDay()).toString(),
            key.firstDay(),
            scope,
            member.isEmpty() ? null : member,
            isHidden ? null : answers.askedCount(),
            isHidden ? null : answers.answeredCount(),
            isHidden ? null : answers.customers(),
            scale.label(),
            score == null ? null : score.value(),
            score == null ? null : finite(score.low()),
            score == null ? null : finite(score.high()),
            response == null ? null : response.value(),
            response == null ? null : response.low(),
            response == null ? null : response.high(),
            isHidden
        };
    }

    private static String text(Record row, String column) {
        @Nullable Object value = row.getField(column);
        return value == null ? "" : value.toString();
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
