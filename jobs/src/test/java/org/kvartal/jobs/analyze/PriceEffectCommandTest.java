package org.kvartal.jobs.analyze;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PriceEffectCommandTest {
    @TempDir
    Path folder;

    private Path deals() throws IOException {
        Random random = new Random(4);
        StringBuilder csv = new StringBuilder("id,won,dearer,segment,list\nopen,,3,Retail,1\nbare,true,,Retail,1\n");
        for (int i = 0; i < 900; i++) {
            double list = random.nextGaussian();
            String segment = List.of("Retail", "Retail", "Bank", "Rare" + i).get(random.nextInt(4));
            double gap = 4 * list + random.nextGaussian();
            double eta = -0.2 * gap + (segment.equals("Bank") ? 1 : 0);
            csv.append("%d,%s,%s,%s,%s%n"
                    .formatted(i, random.nextDouble() < 1 / (1 + Math.exp(-eta)), gap, segment, list));
        }
        return Files.writeString(folder.resolve("deals.csv"), csv);
    }

    @Test
    void writesTheEffectWithAndWithoutInstrument() throws IOException {
        AnalyzeRun run = AnalyzeRun.of(
                "price-effect",
                "--opportunities",
                deals(),
                "--won",
                "won",
                "--gap",
                "dearer",
                "--instrument",
                "list",
                "--controls",
                "segment",
                "--out",
                folder.resolve("out.csv"));
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("kvartal: 2 rows left out: open, or an empty column");
        List<String> lines = Files.readAllLines(folder.resolve("out.csv"));
        assertThat(lines.get(0)).isEqualTo("method,term,gap,estimate,se,lo95,hi95,n,note");
        assertThat(lines).hasSize(1 + 13 + 15);
        assertThat(lines.get(1))
                .startsWith("association,average_marginal_effect,,-0.0")
                .contains(",900,association");
        assertThat(lines.get(14)).startsWith("control-function,average_marginal_effect,,-0.0");
    }
}
