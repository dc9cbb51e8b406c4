package org.kvartal.reports.render;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.reports.fact.Characters;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Language;
import org.kvartal.reports.fact.Value;

/**
 * A fact as templates need it.
 *
 * @param text what is read
 * @param value what is copied: all digits in plain notation, or an ISO date
 * @param tip all digits with unit, number of rows and trace code
 */
public record PrintedFact(String text, String value, String tip, String code) {
    /** Longer names are cut on screen and paper; the spreadsheet has them whole. */
    static final int LONGEST_NAME = 160;

    static PrintedFact brief(Fact fact, Language language) {
        return of(fact, language.brief(fact), language);
    }

    static PrintedFact of(Fact fact, String text, Language language) {
        String code = fact.origin().code();
        List<String> tip = new ArrayList<>();
        tip.add(language.exact(fact));
        fact.rows().ifPresent(rows -> tip.add("n " + language.count(rows)));
        tip.add(code);
        return new PrintedFact(
                Characters.shortened(text, LONGEST_NAME), plain(fact.value()), String.join(" · ", tip), code);
    }

    /** Whether it is a number or a day: on paper these have their code beside them. */
    public boolean isTraced() {
        return !value.isEmpty();
    }

    private static String plain(Value value) {
        if (value instanceof Value.Quantity quantity) {
            return quantity.number().toPlainString();
        }
        return value instanceof Value.Day day ? day.date().toString() : "";
    }
}
