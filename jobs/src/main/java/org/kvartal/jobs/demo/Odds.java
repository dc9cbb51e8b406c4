package org.kvartal.jobs.demo;

/**
 * The chance of winning:
 * <pre>
 *   logit P(won) = base + source + size + 0.8 [existing customer] - 0.5 [contested] - 3 gap + skill of the seller
 *   gap          = ln(own last offer / rival's offer)         only where there is a rival
 * </pre>
 * When a lost sale is lost does not depend on any of these; so the slope can be read off any selection by stage.
 */
final class Odds {
    static final double PRICE_GAP_SLOPE = -3;

    private static final double BASE = -1.35;
    private static final double EXISTING_CUSTOMER = 0.8;
    private static final double CONTESTED = -0.5;
    private static final double STUCK = 0.03;
    private static final double LOST_EARLY = 0.45;

    private final Dice dice;

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
                + opening.owner().skill();
        boolean stuck = dice.chance(STUCK);
        boolean won = dice.chance(1 / (1 + StrictMath.exp(-logit)));
        boolean early = dice.chance(LOST_EARLY);
        if (stuck) {
            return Ending.STUCK;
        }
        return won ? Ending.WON : early ? Ending.LOST_EARLY : Ending.LOST_LATE;
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
