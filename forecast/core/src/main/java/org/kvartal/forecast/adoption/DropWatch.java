package org.kvartal.forecast.adoption;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.kvartal.forecast.survey.Share;

/**
 * Watches whether the share of active days of one person, or of the persons of a unit, has fallen and stays low.
 * <pre>
 *   llr[d] = k[d] ln(p1 / p0) + (n[d] - k[d]) ln((1 - p1) / (1 - p0))        p1 = factor * p0
 *   S[d]   = max(0, S[d-1] + llr[d] / phi)                                   alarm where S[d] &gt; limit
 *   since  = the day after the last one with S = 0
 *   p0     = active / counted person-days from the last start to lag days ago
 *   phi    = max(1, Pearson's chi-square of the weeks of the same days / (weeks - 1))
 * </pre>
 * k[d] of n[d] persons who count were active on working day d. A start is the first day, the day after a training, or the
 * day from which a drop was found: what is usual is learnt anew from then on, for at least {@code learning} days before
 * anything can be found. Were p0 known and days independent, there would be at most one false alarm in exp(limit) working
 * days; phi takes in that good and bad weeks of a unit are shared. Sources: Page (1954), Continuous inspection schemes,
 * Biometrika 41; the bound: Lorden (1971), Procedures for reacting to a change in distribution, Annals of Mathematical
 * Statistics 42, theorem 2; the most likely day: Hinkley (1971), Inference about the change-point from cumulative sum
 * tests, Biometrika 58.
 *
 * @param factor what a drop leaves of the share, at most, to be worth an alarm
 * @param limit of the cumulative sum
 * @param learning working days from which the usual share is learnt, at least
 * @param lag latest working days that are not learnt from, so that a drop does not become the usual
 */
public record DropWatch(double factor, double limit, int learning, int lag) {
    private static final int WEEK = 5;
    private static final int PRIOR_WEEKS = 4;
    private static final double LEAST_SHARE = 0.02;
    private static final double LARGEST_SHARE = 0.98;

    public DropWatch {
        if (!(factor > 0 && factor < 1) || !(limit > 0) || learning < 2 * WEEK || lag < 0) {
            throw new IllegalArgumentException(
                    "Invalid watch: factor %s, limit %s, learning %d, lag %d".formatted(factor, limit, learning, lag));
        }
    }

    /** For units: at most one false alarm in a year of a unit, and drops by half found within two weeks. */
    public static DropWatch standard() {
        return new DropWatch(0.7, 5.5, 20, 10);
    }

    /**
     * The drops found up to the last day, earliest first.
     *
     * @param persons who make up the unit, over the same days
     * @param starts days from which another level is usual, as those after a training
     */
    public List<Drop> watch(List<PersonDays> persons, SortedSet<Integer> starts) {
        Tally tally = new Tally(persons);
        List<Drop> drops = new ArrayList<>();
        int start = 0;
        int since = 0;
        double sum = 0;
        for (int day = 0; day < tally.length(); day++) {
            if (starts.contains(day)) {
                start = day;
                sum = 0;
            }
            if (day - lag - start < learning) {
                continue;
            }
            sum = Math.max(0, sum + evidence(tally, start, day));
            if (sum == 0) {
                since = day + 1;
            }
            if (sum > limit) {
                since = Math.max(since, start + learning);
                drops.add(new Drop(since, day, tally.share(start, since), tally.share(since, day + 1)));
                start = since;
                sum = 0;
            }
        }
        return List.copyOf(drops);
    }

    private double evidence(Tally tally, int start, int day) {
        int learnt = day - lag;
        if (tally.counted(start, learnt) == 0) {
            return 0;
        }
        double usual = Math.min(
                LARGEST_SHARE, Math.max(LEAST_SHARE, tally.share(start, learnt).value()));
        double dropped = factor * usual;
        double active = tally.active(day, day + 1);
        double idle = tally.counted(day, day + 1) - active;
        double ratio = active * Math.log(dropped / usual) + idle * Math.log((1 - dropped) / (1 - usual));
        return ratio / tally.dispersion(start, learnt, usual);
    }

    /** Sums over the persons, and over days from the first. */
    private static final class Tally {
        private final int[] active;
        private final int[] counted;

        Tally(List<PersonDays> persons) {
            int length = persons.isEmpty() ? 0 : persons.get(0).length();
            active = new int[length + 1];
            counted = new int[length + 1];
            for (int day = 0; day < length; day++) {
                active[day + 1] = active[day];
                counted[day + 1] = counted[day];
                for (PersonDays person : persons) {
                    if (person.counts(day)) {
                        counted[day + 1]++;
                        active[day + 1] += person.isActive(day) ? 1 : 0;
                    }
                }
            }
        }

        int length() {
            return active.length - 1;
        }

        int active(int from, int to) {
            return active[to] - active[from];
        }

        int counted(int from, int to) {
            return counted[to] - counted[from];
        }

        Share share(int from, int to) {
            return new Share(active(from, to), Math.max(1, counted(from, to)));
        }

        double dispersion(int from, int to, double share) {
            double squares = 0;
            int weeks = 0;
            for (int week = from; week + WEEK <= to; week += WEEK) {
                int n = counted(week, week + WEEK);
                if (n > 0) {
                    double error = active(week, week + WEEK) - n * share;
                    squares += error * error / (n * share * (1 - share));
                    weeks++;
                }
            }
            return weeks < 2 ? 1 : Math.max(1, (squares + PRIOR_WEEKS) / (weeks - 1 + PRIOR_WEEKS));
        }
    }
}
