package org.kvartal.jobs.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * The chance of winning:
 * <pre>
 *   logit P(won) = base + source + size + 0.8 [existing customer] - 0.5 [contested] - 3 gap + skill of the seller
 *                  + 0.8 strength of the sale
 *   gap          = ln(own last offer / rival's offer)         only where there is a rival
 * </pre>
 * Sellers cut the price of sales that stand weakly, so that cheap offers win less often than they would for their price. When
 * a lost sale is lost does not depend on any of these; so the slope can be read off any selection by stage.
 */
final class Odds {
    static final double PRICE_GAP_SLOPE = -3;

    private static final double BASE = -1.6;
    private static final double STRENGTH = 0.8;
    private static final double EXISTING_CUSTOMER = 0.8;
    private static final double CONTESTED = -0.5;
    private static final double STUCK = 0.03;
    private static final double LOST_EARLY = 0.45;

    private final Dice dice;
    private final List<Double> slopes = new ArrayList<>();

    Odds(World world) {
        this.dice = world.dice("odds");
    }

    Ending decide(Opening opening, Offer offer, String source, Relation relation) {
        double logit = BASE
                + ofSource(source)
                + ofSize(offer.listAmount().doubleValue())
                + (relation == Relation.CUSTOMER ? EXISTING_CUSTOMER : 0)
                + (offer.contest() == null ? 0 : CONTESTED)
                + PRICE_GAP_SLOPE * offer.priceGap()
                + opening.owner().skill()
                + STRENGTH * offer.strength();
        boolean stuck = dice.chance(STUCK);
        boolean won = dice.chance(1 / (1 + StrictMath.exp(-logit)));
        boolean early = dice.chance(LOST_EARLY);
        if (stuck) {
            return Ending.STUCK;
        }
        Ending ending = won ? Ending.WON : early ? Ending.LOST_EARLY : Ending.LOST_LATE;
        if (offer.contest() != null && ending != Ending.LOST_EARLY) {
            double offered = 1 / (1 + (1 - LOST_EARLY) * StrictMath.exp(-logit));
            slopes.add(PRICE_GAP_SLOPE * offered * (1 - offered));
        }
        return ending;
    }

    /** Change of the chance to win by one percent of price, over contested sales that came to an offer and ended. */
    double meanPriceEffect() {
        return slopes.stream().mapToDouble(slope -> slope / 100).average().orElse(0);
    }

    private static double ofSource(String source) {
        return switch (source) {
            case "REFER" -> .6;
            case "PARTN" -> .3;
            case "CUST" -> .2;
            case "WEB" -> -.2;
            case "FAIR" -> -.3;
            default -> -.8;
        };
    }

    private static double ofSize(double euros) {
        if (euros < 10_000) {
            return .6;
        }
        if (euros < 100_000) {
            return 0;
        }
        return euros < 250_000 ? -.7 : -.4;
    }
}
