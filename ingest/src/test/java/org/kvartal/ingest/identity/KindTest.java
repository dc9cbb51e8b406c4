package org.kvartal.ingest.identity;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** By which words names are compared. */
class KindTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
                    ACME  Industries,               acme industries
                    Société Générale S.A.,          societe generale
                    Škoda Díly a.s.,                skoda dily
                    "Novák, spol. s r. o.",         novak
                    Groß & Söhne GmbH & Co. KG,     gross sohne
                    Łódź Metal sp. z o.o.,          lodz metal
                    Østergaard Møbler A/S,          ostergaard mobler
                    "Smith and Sons Co., Ltd.",     smith sons
                    O’Brien Plumbing Pty Ltd,       obrien plumbing
                    ООО «Ромашка»,                  ромашка
                    OOO Romashka,                   romashka
                    Romashka OOO,                   romashka
                    "J. P. Turner, Inc.",           jp turner
                    Acme™ Corp®,                    acme
                    Ａｃｍｅ Oyj,                   acme
                    Acme Holding AG,                acme holding
                    Inc. Magazine,                  inc magazine
                    AB,                             ab
                    Limited,                        limited
                    ---,                            ""
                    """)
    void comparesAccountsWithoutCaseMarksPunctuationAndLegalForm(String name, String words) {
        assertThat(String.join(" ", Kind.ACCOUNTS.words(name))).isEqualTo(words);
    }

    @Test
    void keepsLegalFormsInNamesOfProductsWhereTheyAreModels() {
        assertThat(Kind.PRODUCTS.words("Office-Suite SE")).containsExactly("office", "suite", "se");
        assertThat(Kind.PRODUCTS.words("Office+")).containsExactly("office", "plus");
    }
}
