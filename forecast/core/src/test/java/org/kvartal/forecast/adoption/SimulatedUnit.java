package org.kvartal.forecast.adoption;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A unit of ten in a year of 250 working days, all trained on day 0. Each is active on 40 to 80 % of the days at work; a week
 * of the unit is up to a tenth better or worse than usual. Each takes two weeks of leave in summer and three single weeks,
 * of which no table knows; ten days are holidays of the calendar.
 */
final class SimulatedUnit {
    static final int DAYS = 250;
    static final int PERSONS = 10;

    private final Random random;
    private final int onset;
    private final double dropping;
    private final double left;

    /**
     * @param onset day from which use is low; {@link #DAYS} for none
     * @param dropping share of the persons whose use falls
     * @param left what is left of it
     */
    SimulatedUnit(long seed, int onset, double dropping, double left) {
        this.random = new Random(seed);
        this.onset = onset;
        this.dropping = dropping;
        this.left = left;
    }

    static SimulatedUnit steady(long seed) {
        return new SimulatedUnit(seed, DAYS, 0, 1);
    }

    List<PersonDays> persons() {
        double[] weeks = random.doubles(DAYS / 5, 0.9, 1.1).toArray();
        boolean[] holidays = new boolean[DAYS];
        random.ints(10, 0, DAYS).forEach(day -> holidays[day] = true);
        List<PersonDays> persons = new ArrayList<>();
        for (int i = 0; i < PERSONS; i++) {
            persons.add(person(i, weeks, holidays));
        }
        return persons;
    }

    private PersonDays person(int number, double[] weeks, boolean[] holidays) {
        double share = 0.4 + 0.4 * random.nextDouble();
        boolean[] leave = leave();
        Presence[] days = new Presence[DAYS];
        for (int day = 0; day < DAYS; day++) {
            boolean isLow = day >= onset && number < dropping * PERSONS;
            double use = Math.min(1, share * weeks[day / 5]) * (isLow ? left : 1);
            double draw = random.nextDouble();
            Presence atWork =
                    draw < use ? Presence.ACTIVE : random.nextDouble() < 0.5 ? Presence.SEEN : Presence.SILENT;
            days[day] = holidays[day] ? Presence.OUT : leave[day] ? Presence.SILENT : atWork;
        }
        return PersonDays.of("p" + number, days);
    }

    private boolean[] leave() {
        boolean[] leave = new boolean[DAYS];
        int summer = 120 + 5 * random.nextInt(8);
        for (int day = summer; day < summer + 10; day++) {
            leave[day] = true;
        }
        random.ints(3, 0, DAYS / 5).forEach(week -> {
            for (int day = 5 * week; day < 5 * week + 5; day++) {
                leave[day] = true;
            }
        });
        return leave;
    }
}
