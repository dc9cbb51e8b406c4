package org.kvartal.forecast.match;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ProductNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Motor 0.25kW | POWER | 250",
                "Motor 250 W | POWER | 250",
                "Motor 0,25 kW | POWER | 250",
                "Saft 1,5 L | VOLUME | 1500",
                "Juice 150cl | VOLUME | 1500",
                "Juice 1,500 ml | VOLUME | 1500",
                "Rice 2 lb | MASS | 907.18474",
                "Rice 0.5kg | MASS | 500",
                "Syrup 12 fl. oz | VOLUME | 354.88235475",
                "Screen 24\" | LENGTH | 609.6",
                "Screen 24″ | LENGTH | 609.6",
                "Screen 24-inch | LENGTH | 609.6",
                "Board 120 x 80 cm | LENGTH | 1200",
                "Card 2TB | MEMORY | 2000000",
                "Card 512 GB | MEMORY | 512000",
                "Cell 2.5Ah | CHARGE | 2500",
                "Drill 18V | VOLTAGE | 18",
                "Processor 3.2GHz | FREQUENCY | 3200000000",
            })
    void readsSizesInOneUnitOfEachKind(String name, Dimension dimension, double amount) {
        ProductName read = ProductName.of(name);
        assertThat(read.sizes().get(dimension).amount()).isCloseTo(amount, within(1e-9 * amount));
        assertThat(read.codes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Cola 6x330ml, 6", "Cola 6 × 330 ml, 6", "Cola 330 ml (pack of 6), 6", "Cola 330ml 6-pack, 6",
                "Cola 330ml 6pk, 6",
        "Cola 4x6x330ml, 24", "Batteries AA 12 pcs, 12", "Batterien AA 12er Pack, 12", "Towels x3, 3",
                "Glasses set of 4, 4",
        "2 x Toner, 2"
    })
    void readsHowManyPiecesAPackHas(String name, int pack) {
        assertThat(ProductName.of(name).pack()).isEqualTo(OptionalInt.of(pack));
    }

    @Test
    void leavesWordsAndCodesWhenSizesAndPacksAreTaken() {
        ProductName name = ProductName.of("Café Crème WH-1000XM4, Größe 6x250 g");
        assertThat(name.words()).isEqualTo(List.of("cafe", "creme", "grosse"));
        assertThat(name.codes()).containsExactly("wh1000xm4");
        assertThat(name.run()).isEqualTo("cafecremewh1000xm4grosse");
    }

    @Test
    void takesNoPackAndNoSizeFromWithinACode() {
        ProductName name = ProductName.of("Saw GX250W-6 Model 3x");
        assertThat(name.sizes()).isEmpty();
        assertThat(name.pack()).isEmpty();
        assertThat(name.codes()).containsExactlyInAnyOrder("gx250w6", "3x");
    }

    @Test
    void readsNothingFromNothing() {
        ProductName name = ProductName.of(" – ");
        assertThat(name.words()).isEmpty();
        assertThat(name.codes()).isEmpty();
        assertThat(name.run()).isEmpty();
    }
}
