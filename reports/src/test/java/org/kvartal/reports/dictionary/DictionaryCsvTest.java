package org.kvartal.reports.dictionary;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DictionaryCsvTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "plain|plain",
                "=1|'=1",
                "＝1|'＝1",
                "a, b|\"a, b\"",
                "say \"x\"|\"say \"\"x\"\"\"",
                "-1, 2|\"'-1, 2\""
            })
    void writesCellsThatNoSpreadsheetComputes(String text, String cell) {
        assertThat(DictionaryCsv.cell(text)).isEqualTo(cell);
    }
}
