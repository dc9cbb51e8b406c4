package org.kvartal.forecast.survival;

import java.util.Optional;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.kvartal.forecast.regression.ScaledInverse;

/**
 * The greatest likelihood by Newton's method, with damping where a step would lead downhill.
 * <pre>
 *   b' = b + (I + lambda diag(I))^-1 g        g: slope, I: information, minus the curvature
 * </pre>
 * It ends when g' I^-1 g, twice what the next step would gain, is negligible.
 */
final class Newton {
    private static final int MOST_STEPS = 100;
    private static final double NEGLIGIBLE = 1e-12;
    private static final double FIRST_DAMPING = 1e-4;
    private static final double STRONGEST_DAMPING = 1e12;
    private static final double FASTER = 10;
    private static final double SINGULAR = 1e-9;

    /** A likelihood that can be looked at anywhere. */
    interface Likelihood {
        Point at(double[] parameters);
    }

    /** The log-likelihood at a place, with its slope and information. */
    record Point(double value, RealVector gradient, RealMatrix information) {}

    /** Where the likelihood is greatest. */
    record Maximum(RealVector parameters, double value, RealMatrix covariance) {}

    private Newton() {}

    /** Empty when there is no maximum, or no single one. */
    static Optional<Maximum> climb(Likelihood likelihood, double[] start) {
        RealVector place = new ArrayRealVector(start);
        Point here = likelihood.at(start);
        double damping = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            Optional<RealVector> move = step(here, damping);
            if (move.isPresent() && move.get().dotProduct(here.gradient()) < NEGLIGIBLE && damping == 0) {
                RealVector top = place.add(move.get());
                double value = likelihood.at(top.toArray()).value();
                return inverse(here.information(), SINGULAR).map(covariance -> new Maximum(top, value, covariance));
            }
            RealVector next = move.map(place::add).orElse(place);
            Point there = move.isPresent() ? likelihood.at(next.toArray()) : here;
            if (there != here && there.value() >= here.value()) {
                place = next;
                here = there;
                damping = damping <= FIRST_DAMPING ? 0 : damping / FASTER;
            } else {
                damping = Math.max(FIRST_DAMPING, damping * FASTER);
            }
            if (damping > STRONGEST_DAMPING) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<RealVector> step(Point point, double damping) {
        RealMatrix damped = point.information().copy();
        for (int i = 0; i < damped.getRowDimension(); i++) {
            damped.addToEntry(i, i, damping * Math.abs(damped.getEntry(i, i)));
        }
        return inverse(damped, 0).map(inverse -> inverse.operate(point.gradient()));
    }

    /** @param singular how small a pivot may become, as a share of its diagonal element */
    private static Optional<RealMatrix> inverse(RealMatrix matrix, double singular) {
        try {
            return Optional.of(ScaledInverse.of(matrix, singular));
        } catch (NonPositiveDefiniteMatrixException e) {
            return Optional.empty();
        }
    }
}
