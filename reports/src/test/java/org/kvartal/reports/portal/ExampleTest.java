package org.kvartal.reports.portal;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.section.SectionData;

import static org.assertj.core.api.Assertions.assertThat;

class ExampleTest {
    @RegisterExtension
    private final SectionData release = SectionData.asOf("2026-05-20");

    @Test
    void runOnTheTablesOfARelease() throws IOException {
        ReportData data = release.published();
        List<Example> examples = Example.all();
        assertThat(examples).hasSizeGreaterThan(10).allSatisfy(example -> {
            assertThat(example.question()).endsWith("?").doesNotContain("¶");
            assertThat(example.tables()).isNotEmpty();
            assertThat(data.table("select count(*) from (" + example.sql() + ")")
                            .rowCount())
                    .isEqualTo(1);
        });
    }
}
