package org.kvartal.forecast.pipeline;

import java.util.function.ToDoubleFunction;

/** A value of a deal over time: constant from one day of change to the next. Days count from the epoch. */
final class Timeline {
    static final double UNKNOWN = Double.NaN;

    private final int[] days;
    private final double[] values;

    private Timeline(int[] days, double[] values) {
        this.days = days;
        this.values = values;
    }

    static Timeline constant(int from, double value) {
        return new Timeline(new int[] {from}, new double[] {value});
    }

    /**
     * The values of a field.
     *
     * @param withoutChanges the value throughout when the field was never changed
     */
    static Timeline of(Deal deal, String field, int from, double withoutChanges, ToDoubleFunction<String> reading) {
        int count = 0;
        for (DealChange change : deal.changes()) {
            count += change.field().equals(field) ? 1 : 0;
        }
        if (count == 0) {
            return constant(from, withoutChanges);
        }
        int[] days = new int[count + 1];
        double[] values = new double[count + 1];
        int next = 0;
        for (DealChange change : deal.changes()) {
            if (change.field().equals(field)) {
                if (next == 0) {
                    days[next] = from;
                    values[next++] =
                            reading.applyAsDouble(change.before().isEmpty() ? change.after() : change.before());
                }
                days[next] = (int) change.on().toEpochDay();
                values[next++] = reading.applyAsDouble(change.after());
            }
        }
        return new Timeline(days, values);
    }

    /** A value that moves by one on each day on which anything of the deal was changed. */
    static Timeline touches(Deal deal, int from) {
        return steps(
                from,
                deal.changes().stream()
                        .mapToInt(change -> (int) change.on().toEpochDay())
                        .toArray());
    }

    /** A value that moves by one whenever the promised day of closing is put off. */
    static Timeline pushes(Deal deal, int from) {
        return steps(
                from,
                deal.changes().stream()
                        .filter(change -> change.field().equals(DealChange.EXPECTED_CLOSE))
                        .filter(change -> !change.before().isEmpty())
                        .filter(change -> change.after().compareTo(change.before()) > 0)
                        .mapToInt(change -> (int) change.on().toEpochDay())
                        .toArray());
    }

    /** A count that begins with 0 and moves by one on each of the days, which are sorted. */
    static Timeline steps(int from, int[] steps) {
        int[] days = new int[steps.length + 1];
        double[] values = new double[steps.length + 1];
        days[0] = from;
        for (int i = 0; i < steps.length; i++) {
            days[i + 1] = steps[i];
            values[i + 1] = i + 1;
        }
        return new Timeline(days, values);
    }

    /** The value at the end of a day. */
    double at(int day) {
        return values[place(day)];
    }

    /** The day since which the value holds that is there at the end of a day. */
    int since(int day) {
        int place = place(day);
        while (place > 0 && values[place] == values[place - 1]) {
            place--;
        }
        return days[place];
    }

    /** How often the value became another one until the end of a day. */
    int changesUntil(int day) {
        int count = 0;
        for (int i = 1; i < days.length && days[i] <= day; i++) {
            count += values[i] == values[i - 1] ? 0 : 1;
        }
        return count;
    }

    private int place(int day) {
        int place = 0;
        while (place + 1 < days.length && days[place + 1] <= day) {
            place++;
        }
        return place;
    }
}
