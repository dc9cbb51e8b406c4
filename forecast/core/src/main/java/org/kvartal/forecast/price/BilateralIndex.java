package org.kvartal.forecast.price;

import java.util.function.DoubleUnaryOperator;

/**
 * How dear one period is beside another, by the items priced in both.
 *
 * <pre>
 *   r[i] = p1[i] / p0[i]                                  price relative, over the n matched items
 *   carli      sum r / n                                  biased upwards when chained
 *   harmonic   n / sum (1 / r)
 *   jevons     (prod r)^(1/n)
 *   dutot      sum p1 / sum p0                            only for items of one kind and unit
 *   laspeyres  sum p1 q0 / sum p0 q0
 *   paasche    sum p1 q1 / sum p0 q1
 *   fisher     sqrt(laspeyres * paasche)
 *   tornqvist  exp(sum (s0 + s1) / 2 * ln r)              s: shares of the expenditure on matched items
 *   walsh      sum p1 sqrt(q0 q1) / sum p0 sqrt(q0 q1)
 * </pre>
 *
 * Without a matched item, or without weights where the formula has any, the index is {@code NaN}. Source: ILO and others
 * (2004), Consumer Price Index Manual, chapters 15 (formulas of two periods) and 20 (elementary indices).
 */
public enum BilateralIndex {
    CARLI(false) {
        @Override
        double matched(Pair pair) {
            return pair.mean(r -> r);
        }
    },
    HARMONIC(false) {
        @Override
        double matched(Pair pair) {
            return 1 / pair.mean(r -> 1 / r);
        }
    },
    JEVONS(false) {
        @Override
        double matched(Pair pair) {
            return Math.exp(pair.mean(Math::log));
        }
    },
    DUTOT(false) {
        @Override
        double matched(Pair pair) {
            return pair.basket((q0, q1) -> 1);
        }
    },
    LASPEYRES(true) {
        @Override
        double matched(Pair pair) {
            return pair.basket((q0, q1) -> q0);
        }
    },
    PAASCHE(true) {
        @Override
        double matched(Pair pair) {
            return pair.basket((q0, q1) -> q1);
        }
    },
    FISHER(true) {
        @Override
        double matched(Pair pair) {
            return Math.sqrt(LASPEYRES.matched(pair) * PAASCHE.matched(pair));
        }
    },
    TORNQVIST(true) {
        @Override
        double matched(Pair pair) {
            return pair.shareWeighted();
        }
    },
    WALSH(true) {
        @Override
        double matched(Pair pair) {
            return pair.basket((q0, q1) -> Math.sqrt(q0 * q1));
        }
    };

    private final boolean isWeighted;

    BilateralIndex(boolean isWeighted) {
        this.isWeighted = isWeighted;
    }

    /** Whether the formula needs quantities. */
    public boolean isWeighted() {
        return isWeighted;
    }

    abstract double matched(Pair pair);

    /** The index of period {@code current} with period {@code base} as 1. */
    public double of(PriceTable table, int base, int current) {
        return base == current ? 1 : matched(new Pair(table, base, current));
    }

    /** The quantity at which an item is bought in both periods. */
    @FunctionalInterface
    private interface Basket {
        double quantity(double quantity0, double quantity1);
    }

    /** Two periods of a table. */
    private record Pair(PriceTable table, int base, int current) {
        private boolean isMatched(int item) {
            return table.isPriced(base, item) && table.isPriced(current, item);
        }

        private double relative(int item) {
            return table.price(current, item) / table.price(base, item);
        }

        double mean(DoubleUnaryOperator function) {
            double sum = 0;
            int n = 0;
            for (int item = 0; item < table.itemCount(); item++) {
                if (isMatched(item)) {
                    sum += function.applyAsDouble(relative(item));
                    n++;
                }
            }
            return sum / n;
        }

        double basket(Basket basket) {
            double then = 0;
            double now = 0;
            for (int item = 0; item < table.itemCount(); item++) {
                if (isMatched(item)) {
                    double quantity = basket.quantity(table.quantity(base, item), table.quantity(current, item));
                    then += table.price(base, item) * quantity;
                    now += table.price(current, item) * quantity;
                }
            }
            return now / then;
        }

        double shareWeighted() {
            double spent0 = 0;
            double spent1 = 0;
            double sum0 = 0;
            double sum1 = 0;
            for (int item = 0; item < table.itemCount(); item++) {
                if (isMatched(item)) {
                    double log = Math.log(relative(item));
                    spent0 += table.expenditure(base, item);
                    spent1 += table.expenditure(current, item);
                    sum0 += table.expenditure(base, item) * log;
                    sum1 += table.expenditure(current, item) * log;
                }
            }
            return Math.exp((sum0 / spent0 + sum1 / spent1) / 2);
        }
    }
}
