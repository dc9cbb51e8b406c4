package org.kvartal.forecast.survival;

import java.util.List;
import java.util.stream.Stream;

/** Survival in days with ovarian cancer (Edmonson et al. 1979), data set {@code ovarian} of R's package survival. */
final class Ovarian {
    static final List<String> COVARIATES = List.of("ecog_ps", "rx");

    /** futime, fustat, rx, ecog.ps. */
    private static final String PATIENTS =
            "59,1,1,1 115,1,1,1 156,1,1,2 421,0,2,1 431,1,1,1 448,0,1,2 464,1,2,2 475,1,2,2"
                    + " 477,0,1,1 563,1,2,2 638,1,1,2 744,0,2,1 769,0,2,2 770,0,2,1 803,0,1,1 855,0,1,2 1040,0,1,2 1106,0,1,1"
                    + " 1129,0,2,1 1206,0,2,1 1227,0,2,2 268,1,1,2 329,1,1,1 353,1,2,2 365,1,2,1 377,0,2,1";

    private Ovarian() {}

    static List<Covaried> patients() {
        return Stream.of(PATIENTS.split(" "))
                .map(text -> patient(text.split(",")))
                .toList();
    }

    private static Covaried patient(String[] cells) {
        double days = Double.parseDouble(cells[0]);
        return new Covaried(
                cells[1].equals("1") ? Observation.ended(days, "died") : Observation.censored(days),
                List.of(Double.valueOf(cells[3]), Double.valueOf(cells[2])));
    }
}
