package org.kvartal.reports.section.summary;

import java.util.List;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Text;

/**
 * A sentence that a rule has written, and the block that it belongs to.
 *
 * @param effect how many times its threshold the effect is, so that findings in other units can be ranked: 1 at the
 *     threshold
 * @param asked the decision that it asks for, with what is at stake; empty for none
 */
public record Finding(Topic topic, Text sentence, double effect, List<Text> asked) {

    public Finding {
        asked = List.copyOf(asked);
    }

    static Finding of(Topic topic, Text sentence, double effect) {
        return new Finding(topic, sentence, effect, List.of());
    }

    /** The same finding, which asks for a decision. */
    Finding asking(Text decision) {
        return new Finding(topic, sentence, effect, List.of(decision));
    }

    /** How many times the half of its interval a change is away from none. */
    static double beyondChance(Estimate change) {
        double value = Numbers.of(change.value());
        double half = value > 0 ? value - Numbers.of(change.low()) : Numbers.of(change.high()) - value;
        return Math.abs(value) / half;
    }
}
