package org.kvartal.forecast.pipeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AttributesTest {
    private static final LocalDate CREATED = LocalDate.of(2024, 1, 1);
    private static final LocalDate CLOSED = LocalDate.of(2024, 3, 1);
    private static final int EACH = 60;
    private static final IntFunction<String> NOTHING = number -> "";

    @Test
    void takesASegmentThatIsWonMoreOftenThanTheOthers() {
        Attributes attributes = attributes(
                "segment",
                number -> number % 10 < 7 ? "Large" : "Small",
                number -> number % 10 < 3 ? "Large" : "Small",
                number -> number % 2 == 0 ? "Large" : "Small");

        assertThat(attributes.refused()).isEmpty();
        assertThat(attributes.used())
                .containsExactly(new Attribute.Names("segment", new TreeMap<>(Map.of("Large", 1, "Small", 2))));
    }

    @Test
    void takesNumbersByTheirSize() {
        IntFunction<String> employees = number -> String.valueOf(10 + number * 7 % 50);
        Attributes attributes = attributes("employees", employees, employees, employees);

        assertThat(attributes.refused()).isEmpty();
        assertThat(attributes.used()).hasSize(1).first().isInstanceOf(Attribute.Numbers.class);
    }

    @Test
    void refusesWhatIsWrittenOfLostDealsOnly() {
        assertRefused(
                attributes("lost_reason", NOTHING, number -> number % 2 == 0 ? "Price" : "Timing", NOTHING),
                "it is filled in for one outcome more often than for another");
    }

    @Test
    void refusesWhatIsWrittenAtClosing() {
        assertRefused(
                attributes("order_form", number -> "A" + number % 3, number -> "A" + number % 3, NOTHING),
                "it is filled in for one outcome more often than for another");
    }

    @Test
    void refusesAProbabilityThatClosingSetsToOneOrZero() {
        assertRefused(
                attributes("probability", number -> "1", number -> "0", number -> number % 2 == 0 ? "0.3" : "0.7"),
                "closed deals have values that open ones do not have");
    }

    @Test
    void refusesAForecastCategoryThatClosingSets() {
        IntFunction<String> open = number -> number % 2 == 0 ? "Pipeline" : "Commit";
        assertRefused(
                attributes("category", number -> "Closed", number -> "Omitted", open),
                "closed deals have values that open ones do not have");
        assertRefused(attributes("category", number -> "Closed", number -> "Closed", open), "it has one value only");
    }

    /** An open deal may have any of the values, and yet they tell the end. */
    @Test
    void refusesWhatPartsWonFromLostByItself() {
        assertRefused(
                attributes("contract", number -> "yes", number -> "no", number -> number % 2 == 0 ? "yes" : "no"),
                "it parts won from lost by itself");
    }

    @Test
    void refusesTextThatIsAnotherForEveryDeal() {
        assertRefused(
                attributes("name", number -> "W" + number, number -> "L" + number, number -> "O" + number),
                "nearly every deal has a value of its own");
    }

    @Test
    void rareAndUnknownValuesShareAnEffect() {
        IntFunction<String> source = number -> number < 1 ? "Fair" : number % 2 == 0 ? "Web" : "Phone";
        Attributes attributes = attributes("source", source, source, source);
        Attribute names = attributes.used().get(0);

        assertThat(names.size()).isEqualTo(3);
        assertThat(names.reading("Fair")).isEqualTo(names.reading("")).isZero();
        assertThat(names.reading("Never seen")).isZero();
        assertThat(names.reading("Web")).isNotEqualTo(names.reading("Phone"));
    }

    private static void assertRefused(Attributes attributes, String reason) {
        assertThat(attributes.used()).isEmpty();
        assertThat(attributes.refused().values()).containsExactly(reason);
    }

    private static Attributes attributes(
            String name, IntFunction<String> won, IntFunction<String> lost, IntFunction<String> open) {
        List<Deal> deals = new ArrayList<>();
        for (int number = 0; number < EACH; number++) {
            deals.add(with(name, won.apply(number), Deal.won("W" + number, CLOSED)));
            deals.add(with(name, lost.apply(number), Deal.lost("L" + number, CLOSED)));
            deals.add(with(name, open.apply(number), Deal.open("O" + number)));
        }
        return Attributes.of(DealHistory.knownAt(CLOSED, deals));
    }

    private static Deal with(String name, String value, Deal deal) {
        Deal created = deal.createdOn(CREATED);
        return value.isEmpty() ? created : created.attributes(Map.of(name, value));
    }
}
