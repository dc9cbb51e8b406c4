package org.kvartal.reports.section;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kvartal.ingest.sql.SqlModel;
import org.kvartal.reports.mart.Marts;

import static org.assertj.core.api.Assertions.assertThat;

class SectionDataTest {
    @Test
    void hasTheMartsWithTheColumnsThatTheirSqlDeclares() {
        for (SqlModel mart : Marts.all()) {
            assertThat(SectionData.definitions()).containsKey(mart.qualifiedName());
            assertThat(columns(SectionData.definitions().get(mart.qualifiedName())))
                    .as(mart.qualifiedName())
                    .isEqualTo(mart.columnNames());
        }
    }

    private static List<String> columns(String definition) {
        String body = definition.substring(definition.indexOf('\n') + 1);
        return Arrays.stream(body.split("\n"))
                .map(String::strip)
                .filter(line -> !line.equals(")"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
    }
}
