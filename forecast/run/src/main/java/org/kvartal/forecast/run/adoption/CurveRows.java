package org.kvartal.forecast.run.adoption;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.adoption.PersonDays;
import org.kvartal.forecast.survey.DesignEffect;
import org.kvartal.forecast.survey.Estimate;
import org.kvartal.forecast.survey.Share;

/** Use by weeks since the training. */
final class CurveRows {
    private static final double LEVEL = 0.95;
    private static final int WEEKS_BEFORE = 8;
    private static final int WEEKS_AFTER = 26;
    private static final int DAYS_OF_A_WEEK = 7;

    private final Following following;
    private final LocalDate asOf;

    CurveRows(Following following, LocalDate asOf) {
        this.following = following;
        this.asOf = asOf;
    }

    Stream<@Nullable Object[]> rows() {
        return ProgrammeRows.trained(following).entrySet().stream()
                .flatMap(programme -> IntStream.range(-WEEKS_BEFORE, WEEKS_AFTER)
                        .mapToObj(week -> row(programme.getKey(), week, programme.getValue())));
    }

    private @Nullable Object[] row(String programme, int week, List<ProgrammeRows.Trained> trained) {
        List<double[]> persons = new ArrayList<>();
        for (ProgrammeRows.Trained one : trained) {
            LocalDate from = one.on().plusDays(1 + (long) DAYS_OF_A_WEEK * week);
            LocalDate to = from.plusDays(DAYS_OF_A_WEEK);
            if (!to.isAfter(asOf.plusDays(1)) && !from.isBefore(following.log().date(0))) {
                double[] days = days(following.days().get(one.id()), from, to);
                if (days.length > 0) {
                    persons.add(days);
                }
            }
        }
        boolean isHidden = persons.size() < following.settings().minimumGroup();
        @Nullable Estimate share = isHidden ? null : share(persons);
        return new @Nullable Object[] {
            programme,
            (long) week,
            isHidden ? null : (long) persons.size(),
            share == null ? null : share.value(),
            share == null ? null : share.low(),
            share == null ? null : share.high()
        };
    }

    /** Days of a person that count: 1 with use, 0 without. */
    private double[] days(PersonDays person, LocalDate from, LocalDate to) {
        return IntStream.range(
                        following.working().onOrAfter(from), following.working().onOrAfter(to))
                .filter(person::counts)
                .mapToDouble(day -> person.isActive(day) ? 1 : 0)
                .toArray();
    }

    private static Estimate share(List<double[]> persons) {
        double active =
                persons.stream().mapToDouble(days -> Arrays.stream(days).sum()).sum();
        double counted = persons.stream().mapToDouble(days -> days.length).sum();
        return new Share(active, counted)
                .worth(DesignEffect.of(persons).value())
                .wilson(LEVEL);
    }
}
