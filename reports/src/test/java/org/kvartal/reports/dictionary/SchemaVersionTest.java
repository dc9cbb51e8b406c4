package org.kvartal.reports.dictionary;

import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SchemaVersionTest {
    private static final Map<String, String> ONE = Map.of("id", "string");
    private static final Map<String, String> TWO = Map.of("id", "string", "day", "date");

    @Test
    void raisesTheFirstNumberWhenAQueryMayFailAndTheSecondWhenColumnsCome() {
        assertThat(SchemaVersion.next("1.4", ONE, ONE)).isEqualTo("1.4");
        assertThat(SchemaVersion.next("1.4", ONE, TWO)).isEqualTo("1.5");
        assertThat(SchemaVersion.next("1.4", TWO, ONE)).isEqualTo("2.0");
        assertThat(SchemaVersion.next("1.9", ONE, Map.of("id", "bigint"))).isEqualTo("2.0");
        assertThat(SchemaVersion.next("1.9", ONE, TWO)).isEqualTo("1.10");
    }
}
