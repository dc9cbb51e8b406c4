package org.kvartal.forecast.timeseries.hierarchy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GroupingTest {
    private static final List<String> COLUMNS = List.of("state", "region", "purpose");

    static Map<String, List<String>> tourism() {
        Map<String, List<String>> series = new LinkedHashMap<>();
        series.put("a", List.of("NT", "Darwin", "Business"));
        series.put("b", List.of("NT", "Darwin", "Holiday"));
        series.put("c", List.of("NT", "Barkly", "Business"));
        series.put("d", List.of("NT", "Barkly", "Holiday"));
        series.put("e", List.of("Tasmania", "Hobart", "Business"));
        series.put("f", List.of("Tasmania", "Hobart", "Holiday"));
        return series;
    }

    @Test
    void findsNestedAndCrossedLevelsByItself() {
        Grouping grouping = Grouping.of(COLUMNS, tourism());
        assertThat(grouping.levels().stream().map(GroupingLevel::toString))
                .containsExactly("total", "state", "region", "purpose", "state, purpose", "state, region, purpose");
        assertThat(grouping.nodes())
                .containsExactly(
                        "total",
                        "state=NT",
                        "state=Tasmania",
                        "region=Darwin",
                        "region=Barkly",
                        "region=Hobart",
                        "purpose=Business",
                        "purpose=Holiday",
                        "state=NT/purpose=Business",
                        "state=NT/purpose=Holiday",
                        "state=Tasmania/purpose=Business",
                        "state=Tasmania/purpose=Holiday",
                        "a",
                        "b",
                        "c",
                        "d",
                        "e",
                        "f");
        assertThat(grouping.members(6)).containsExactly(0, 2, 4);
        assertThat(grouping.members(13)).containsExactly(1);
        assertThat(grouping.levelOf(11)).isEqualTo(4);
    }

    @Test
    void takesTheLevelsItIsGiven() {
        Grouping grouping = Grouping.of(COLUMNS, tourism(), GroupingLevel.nested("state", "region"));
        assertThat(grouping.nodes().subList(0, grouping.aggregateCount()))
                .containsExactly(
                        "total",
                        "state=NT",
                        "state=Tasmania",
                        "state=NT/region=Darwin",
                        "state=NT/region=Barkly",
                        "state=Tasmania/region=Hobart");
    }

    @Test
    void addsUpEachLevel() {
        Grouping grouping = Grouping.of(COLUMNS, tourism());
        double[] nodes = new double[grouping.nodeCount()];
        for (int b = 0; b < 6; b++) {
            nodes[12 + b] = Math.pow(10, b);
        }
        grouping.summing().addUp(nodes);
        assertThat(nodes).startsWith(111111, 1111, 110000, 11, 1100, 110000, 10101, 101010, 101, 1010, 10000, 100000);
        double[] gaps = new double[12];
        grouping.summing().gaps(nodes, gaps);
        assertThat(gaps).containsOnly(0);
    }

    @Test
    void keepsTheTotalOfASingleSeries() {
        Grouping grouping = Grouping.of(List.of("state"), Map.of("only", List.of("NT")));
        assertThat(grouping.nodes()).containsExactly("total", "only");
    }

    @Test
    void refusesWhatCannotBeGrouped() {
        assertThatThrownBy(() -> Grouping.of(List.of("state"), Map.of())).hasMessage("Invalid grouping: no series");
        assertThatThrownBy(() -> Grouping.of(List.of("state"), Map.of("x", List.of("NT", "Darwin"))))
                .hasMessage("Invalid grouping of series x: 2 values for the 1 columns [state]");
        assertThatThrownBy(() ->
                        Grouping.of(List.of("state"), Map.of("x", List.of("NT")), List.of(GroupingLevel.of("city"))))
                .hasMessage("Invalid grouping column: city, the columns are [state]");
        assertThatThrownBy(() -> Grouping.of(List.of("state"), Map.of("total", List.of("NT"))))
                .hasMessage("Invalid series name: total, a group of series has the same name");
    }
}
