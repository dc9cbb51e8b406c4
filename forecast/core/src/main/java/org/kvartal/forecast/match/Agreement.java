package org.kvartal.forecast.match;

import java.util.List;
import java.util.function.ToIntBiFunction;

/**
 * One way in which two products are compared, with levels from 0, where they differ, upwards.
 *
 * @param name of what is compared
 * @param levels how many there are
 * @param level of two products; {@link #UNKNOWN} when one of them does not tell
 */
record Agreement(String name, int levels, ToIntBiFunction<Product, Product> level) {
    static final int UNKNOWN = -1;

    private static final double[] NAME_STEPS = {0.25, 0.45, 0.6, 0.75, 0.9};
    private static final double[] PRICE_STEPS = {Math.log(3), Math.log(1.5)};
    private static final int LEAST_INSIDE = 4;

    static Agreement ofNames(WordLikeness likeness) {
        return new Agreement("name", NAME_STEPS.length + 1, (own, other) -> {
            if (own.words().isEmpty() || other.words().isEmpty()) {
                return UNKNOWN;
            }
            double likeliness = likeness.of(own, other);
            int level = 0;
            while (level < NAME_STEPS.length && likeliness >= NAME_STEPS[level]) {
                level++;
            }
            return level;
        });
    }

    static List<Agreement> usual() {
        return List.of(
                new Agreement("code", 3, Agreement::codes),
                new Agreement("size", 2, Agreement::sizes),
                new Agreement("pack", 2, Agreement::packs),
                new Agreement("brand", 2, Agreement::brands),
                new Agreement("category", 2, (own, other) -> texts(own.category(), other.category())),
                new Agreement("price", PRICE_STEPS.length + 1, Agreement::prices));
    }

    static Agreement ofAttribute(String column) {
        return new Agreement(column, 2, (own, other) -> texts(own.attribute(column), other.attribute(column)));
    }

    /** All of the codes of the side with fewer of them, some, or none. */
    private static int codes(Product own, Product other) {
        if (own.codes().isEmpty() || other.codes().isEmpty()) {
            return UNKNOWN;
        }
        Product fewer = own.codes().size() <= other.codes().size() ? own : other;
        Product more = fewer == own ? other : own;
        long found = fewer.codes().stream()
                .filter(code -> more.codes().contains(code)
                        || code.length() >= LEAST_INSIDE && more.run().contains(code))
                .count();
        if (found == 0
                && more.codes().stream()
                        .anyMatch(code ->
                                code.length() >= LEAST_INSIDE && fewer.run().contains(code))) {
            return 1;
        }
        return found == 0 ? 0 : found == fewer.codes().size() ? 2 : 1;
    }

    private static int sizes(Product own, Product other) {
        int level = UNKNOWN;
        for (Measure size : own.sizes().values()) {
            Measure its = other.sizes().get(size.dimension());
            if (its != null && !size.isAbout(its)) {
                return 0;
            }
            level = its != null ? 1 : level;
        }
        return level;
    }

    /** Who says nothing of a pack means one piece, where the other does. */
    private static int packs(Product own, Product other) {
        if (own.pack() == 0 && other.pack() == 0) {
            return UNKNOWN;
        }
        return Math.max(1, own.pack()) == Math.max(1, other.pack()) ? 1 : 0;
    }

    /** A brand that only one side names is looked for in the name of the other. */
    private static int brands(Product own, Product other) {
        if (own.brand().isEmpty() && other.brand().isEmpty()) {
            return UNKNOWN;
        }
        if (own.brand().isEmpty() || other.brand().isEmpty()) {
            String brand = (own.brand() + other.brand()).replace(" ", "");
            return (own.brand().isEmpty() ? own : other).run().contains(brand) ? 1 : UNKNOWN;
        }
        String mine = own.brand().replace(" ", "");
        String its = other.brand().replace(" ", "");
        boolean isSame = mine.contains(its) || its.contains(mine) || WordLikeness.likeness(mine, its) > 0;
        return isSame ? 1 : 0;
    }

    private static int texts(String mine, String its) {
        return mine.isEmpty() || its.isEmpty() ? UNKNOWN : mine.equals(its) ? 1 : 0;
    }

    /** In coarse bands only: who asks for close prices finds that prices are close. */
    private static int prices(Product own, Product other) {
        return UnitPrice.logRatio(own, other).stream()
                .mapToInt(ratio -> {
                    int level = 0;
                    while (level < PRICE_STEPS.length && Math.abs(ratio) <= PRICE_STEPS[level]) {
                        level++;
                    }
                    return level;
                })
                .findFirst()
                .orElse(UNKNOWN);
    }
}
