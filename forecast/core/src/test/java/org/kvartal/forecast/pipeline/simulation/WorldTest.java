package org.kvartal.forecast.pipeline.simulation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WorldTest {
    private static final LocalDate AS_OF = LocalDate.of(2023, 2, 15);
    private static final List<World> WORLDS = Worlds.development(3);
    private static final World FUNNEL = WORLDS.get(0);
    private static final World AGE_ONLY = WORLDS.get(1);
    private static final World PROMISES = WORLDS.get(2);
    private static final List<Deal> FUNNEL_DEALS =
            FUNNEL.lived(World.END, Journal.NONE).deals();

    @Test
    void whatIsLoggedUntilADayStaysAsItWasWhateverComesLater() {
        for (World world : List.of(FUNNEL, PROMISES)) {
            Extract then = world.extract(AS_OF);
            Extract later = world.fullExtract();

            assertThat(rows(later.history())).filteredOn(WorldTest::isKnown).isEqualTo(rows(then.history()));
            assertThat(rows(later.changes())).filteredOn(WorldTest::isKnown).isEqualTo(rows(then.changes()));
        }
    }

    @Test
    void historyLeadsEveryDealFromNothingToTheStageItShows() {
        for (World world : List.of(FUNNEL, PROMISES)) {
            Map<String, String> stages = new HashMap<>();
            for (List<String> row : rows(world.extract(AS_OF).history())) {
                String before = stages.put(row.get(0), row.get(2));
                assertThat(row.get(1)).isEqualTo(before == null ? "" : before);
            }
            assertThat(shown(world, 3)).isEqualTo(stages);
        }
    }

    @Test
    void theLastChangeOfAFieldGivesTheValueShown() {
        Map<String, String> last = new HashMap<>();
        rows(PROMISES.extract(AS_OF).changes()).forEach(row -> last.put(row.get(0) + row.get(1), row.get(3)));
        Map<String, String> shown = new HashMap<>();
        shown(PROMISES, 2).forEach((id, owner) -> shown.put(id + "owner_id", owner));
        shown(PROMISES, 6).forEach((id, amount) -> shown.put(id + "amount", amount));
        shown(PROMISES, 8).forEach((id, date) -> shown.put(id + "close_date", date));

        assertThat(last).hasSizeGreaterThan(1000);
        assertThat(shown).containsAllEntriesOf(last);
    }

    @Test
    void sleepersNeverCloseAndStayAMinority() {
        for (World world : WORLDS) {
            List<Deal> deals = world.lived(AS_OF, Journal.NONE).deals();
            List<Deal> asleep = deals.stream().filter(deal -> deal.asleep).toList();

            assertThat(asleep).allMatch(Deal::isOpen);
            assertThat((double) asleep.size() / deals.size())
                    .as(world.shape().name())
                    .isBetween(0.06, 0.18);
        }
    }

    @Test
    void beliefsInSleepAreRightOnAverage() {
        for (World world : WORLDS) {
            List<Deal> open = world.lived(AS_OF, Journal.NONE).open();
            double believed = open.stream().mapToDouble(deal -> deal.belief).sum();
            double variance = open.stream()
                    .mapToDouble(deal -> deal.belief * (1 - deal.belief))
                    .sum();

            assertThat((double) open.stream().filter(deal -> deal.asleep).count())
                    .as(world.shape().name())
                    .isBetween(believed - 3 * Math.sqrt(variance), believed + 3 * Math.sqrt(variance));
        }
    }

    @Test
    void expressDealsAreAboutAThirdOfTheWinsOfTheFunnel() {
        List<Deal> won = FUNNEL_DEALS.stream().filter(deal -> deal.won).toList();
        long express =
                won.stream().filter(deal -> deal.closed - deal.created < 45).count();

        assertThat((double) express / won.size()).isBetween(0.25, 0.45);
    }

    @Test
    void theQuarterEndsWithARush() {
        List<Deal> won = FUNNEL_DEALS.stream().filter(deal -> deal.won).toList();
        long rushed = won.stream()
                .filter(deal -> Day.of(deal.closed).daysToQuarterEnd() < 19)
                .count();

        assertThat((double) rushed / won.size()).isGreaterThan(1.4 * 19 / 91);
    }

    @Test
    void dealsAreWonLessOftenThanTheCrmSaysWhenTheyAreCreated() {
        List<Deal> deals = FUNNEL_DEALS.stream()
                .filter(deal -> !deal.traits.product().equals("Express"))
                .toList();
        Deal fresh = deals.get(0).copy();
        fresh.stage = 0;
        double won = deals.stream().filter(deal -> deal.won).count();

        assertThat(won / deals.size()).isLessThan(FUNNEL.shape().probability(fresh));
    }

    @Test
    void discountsAtCloseAreMostlyBetweenFiveAndTwentyPercent() {
        SplittableRandom random = new SplittableRandom(8);
        List<Double> discounts = IntStream.range(0, 1000)
                .mapToObj(i -> 1 - FUNNEL.shape().terms().closingAmount(1, random))
                .toList();

        assertThat(discounts).allMatch(discount -> discount > 0 && discount <= 0.5);
        assertThat(discounts.stream().filter(discount -> discount > 0.05 && discount < 0.2))
                .hasSizeGreaterThan(850);
    }

    @Test
    void anAgeOnlyWorldShowsNothingButCreationAndClose() {
        Extract extract = AGE_ONLY.extract(AS_OF);

        assertThat(extract.history()).hasSize(1);
        assertThat(extract.changes()).hasSize(1);
        List<List<String>> open = rows(extract.opportunities()).stream()
                .filter(row -> row.get(4).equals("false"))
                .toList();
        assertThat(open).allMatch(row -> row.get(8).isEmpty());
        assertThat((double) open.stream().filter(row -> row.get(6).isEmpty()).count() / open.size())
                .isBetween(0.3, 0.4);
        assertThat(rows(extract.opportunities()))
                .noneMatch(row -> row.get(5).equals("true") && row.get(6).isEmpty());
    }

    private static Map<String, String> shown(World world, int column) {
        Map<String, String> shown = new HashMap<>();
        rows(world.extract(AS_OF).opportunities()).forEach(row -> shown.put(row.get(0), row.get(column)));
        return shown;
    }

    private static boolean isKnown(List<String> row) {
        return row.get(row.size() - 1).compareTo(AS_OF.plusDays(1).toString()) < 0;
    }

    private static List<List<String>> rows(List<String> lines) {
        return lines.stream().skip(1).map(line -> List.of(line.split(",", -1))).toList();
    }
}
