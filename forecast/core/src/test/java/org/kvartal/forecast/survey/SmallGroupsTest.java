package org.kvartal.forecast.survey;

import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SmallGroupsTest {
    @Test
    void showsGroupsThatAreLargeEnough() {
        assertThat(SmallGroups.hidden(Map.of("a", 5L, "b", 40L), 5)).isEmpty();
    }

    @Test
    void hidesASecondGroupSoThatNoneIsTheTotalLessTheOthers() {
        assertThat(SmallGroups.hidden(Map.of("a", 2L, "b", 40L, "c", 7L, "d", 9L), 5))
                .containsExactlyInAnyOrder("a", "c");
    }

    @Test
    void hidesNoMoreThanIsNeeded() {
        assertThat(SmallGroups.hidden(Map.of("a", 2L, "b", 3L, "c", 9L), 5)).containsExactlyInAnyOrder("a", "b");
        assertThat(SmallGroups.hidden(Map.of("a", 1L, "b", 1L, "c", 9L, "d", 30L), 5))
                .containsExactlyInAnyOrder("a", "b", "c");
    }

    /** Whoever subtracts all shown groups from the total is left with nothing, or with enough persons of two groups. */
    @Test
    void nothingSmallCanBeHadBySubtraction() {
        Random random = new Random(9);
        for (int round = 0; round < 2000; round++) {
            Map<String, Long> persons = new TreeMap<>();
            for (int group = 0; group < 2 + random.nextInt(6); group++) {
                persons.put("g" + group, (long) random.nextInt(15));
            }
            Set<String> hidden = SmallGroups.hidden(persons, 5);
            long rest = hidden.stream().mapToLong(persons::get).sum();
            boolean allHidden = hidden.size() == persons.size();
            assertThat(hidden.isEmpty() || allHidden || rest >= 5 && hidden.size() >= 2)
                    .as("%s hidden of %s", hidden, persons)
                    .isTrue();
            assertThat(persons.entrySet())
                    .filteredOn(group -> group.getValue() < 5)
                    .allMatch(group -> hidden.contains(group.getKey()));
        }
    }
}
