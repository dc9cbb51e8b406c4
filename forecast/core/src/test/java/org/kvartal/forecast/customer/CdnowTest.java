package org.kvartal.forecast.customer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The 2,357 customers of CDNOW, 39 weeks: parameters and log-likelihoods of Fader, Hardie and Lee (2005), Marketing Science
 * 24, table 2, and Fader and Hardie (2013), note 25, computed again to six digits.
 */
class CdnowTest {
    @Test
    void fitsBgNbdAsPublished() throws IOException {
        RepeatPurchaseFit fit = RepeatPurchaseFit.bgNbd(histories());
        assertThat(fit.logLikelihood()).isCloseTo(-9582.42556, within(0.001));
        expect(fit.estimates(), new double[] {0.242593, 4.413532, 0.792886, 2.425754}, 0.2);
        expectErrors(fit.estimates(), new double[] {0.012557, 0.378221, 0.185718, 0.705341});
        assertThat(expected(fit.model())).isCloseTo(1653.42, withinPercentage(0.1));
    }

    @Test
    void fitsParetoNbdAsPublished() throws IOException {
        RepeatPurchaseFit fit = RepeatPurchaseFit.paretoNbd(histories());
        assertThat(fit.logLikelihood()).isCloseTo(-9594.97393, within(0.001));
        expect(fit.estimates(), new double[] {0.553276, 10.577612, 0.606213, 11.667903}, 0.2);
        expectErrors(fit.estimates(), new double[] {0.047629, 0.842723, 0.187277, 6.210957});
        assertThat(expected(fit.model())).isCloseTo(1665.53, withinPercentage(0.1));
    }

    @Test
    void fitsSpendAsPublished() throws IOException {
        SpendFit fit = SpendFit.of(lines().stream()
                .filter(cells -> !cells[1].equals("0"))
                .map(cells -> new SpendFit.Spend(Integer.parseInt(cells[1]), Double.parseDouble(cells[4])))
                .toList());
        assertThat(fit.customers()).isEqualTo(946);
        expect(fit.estimates(), new double[] {6.2488, 3.7446, 15.4477}, 0.2);
        assertThat(fit.logLikelihood()).isCloseTo(-4055.92, within(0.01));
        assertThat(fit.model().expectedSpend(0, 0)).isCloseTo(35.171, within(0.01));
    }

    private static void expect(List<RepeatPurchaseFit.Estimate> estimates, double[] values, double percentage) {
        for (int i = 0; i < values.length; i++) {
            assertThat(estimates.get(i).value()).isCloseTo(values[i], withinPercentage(percentage));
        }
    }

    private static void expectErrors(List<RepeatPurchaseFit.Estimate> estimates, double[] errors) {
        for (int i = 0; i < errors.length; i++) {
            assertThat(estimates.get(i).standardError()).isCloseTo(errors[i], withinPercentage(1));
        }
    }

    private static double expected(RepeatPurchaseModel model) throws IOException {
        return histories().stream()
                .mapToDouble(history -> model.expectedPurchases(history, 39))
                .sum();
    }

    private static List<PurchaseHistory> histories() throws IOException {
        return lines().stream()
                .map(cells -> new PurchaseHistory(
                        Integer.parseInt(cells[1]), Double.parseDouble(cells[2]), Double.parseDouble(cells[3])))
                .toList();
    }

    private static List<String[]> lines() throws IOException {
        String setting = Optional.ofNullable(System.getProperty("KVARTAL_SHARED"))
                .or(() -> Optional.ofNullable(System.getenv("KVARTAL_SHARED")))
                .orElse("../../../shared");
        Path file = Path.of(setting, "data/cdnow/cdnow_customers_summary_with_transactions.csv");
        assumeTrue(Files.exists(file), () -> "the CDNOW customers are not at " + file.toAbsolutePath());
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
    }
}
