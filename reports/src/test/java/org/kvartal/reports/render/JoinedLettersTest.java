package org.kvartal.reports.render;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Forms by the code charts of The Unicode Standard, blocks Arabic Presentation Forms-A and -B. */
class JoinedLettersTest {
    private final JoinedLetters letters = new JoinedLetters();

    @Test
    void joinsPersianLettersAtTheBeginningInTheMiddleAndAtTheEnd() {
        assertThat(letters.shapeText("گگگ")).isEqualTo("\uFB94\uFB95\uFB93");
        assertThat(letters.shapeText("ککک")).isEqualTo("\uFB90\uFB91\uFB8F");
        assertThat(letters.shapeText("ییی")).isEqualTo("\uFBFE\uFBFF\uFBFD");
        assertThat(letters.shapeText("پچ")).isEqualTo("\uFB58\uFB7B");
    }

    @Test
    void doesNotJoinBehindALetterThatJoinsOnlyBackwards() {
        assertThat(letters.shapeText("ژا")).isEqualTo("ژا");
        assertThat(letters.shapeText("بژب")).isEqualTo("\uFE91\uFB8Bب");
    }

    @Test
    void keepsApartWhatAZeroWidthNonJoinerParts() {
        assertThat(letters.shapeText("می\u200cآید")).isEqualTo("\uFEE3\uFBFD\u200cآ\uFBFE\uFEAA");
    }

    @Test
    void writesLamAndAlefAsOne() {
        assertThat(letters.shapeText("لا")).isEqualTo("\uFEFB");
        assertThat(letters.shapeText("بلا")).isEqualTo("\uFE91\uFEFC");
    }

    @Test
    void joinsAcrossMarks() {
        assertThat(letters.shapeText("بَب")).isEqualTo("\uFE91\u064E\uFE90");
    }

    @Test
    void leavesOtherWritingAlone() {
        assertThat(letters.shapeText("Titan 900, €")).isEqualTo("Titan 900, €");
    }

    @Test
    void setsTextFromRightToLeftWithItsBracketsTurned() {
        assertThat(letters.reorderRTLTextToLTR("(اب)")).isEqualTo("(با)");
    }

    @Test
    void findsTheLettersBehindTheForms() {
        assertThat(JoinedLetters.plain(letters.shapeText("گیلان، می\u200cآید؛ ژرف")))
                .isEqualTo("گیلان، می\u200cآید؛ ژرف");
    }

    @Test
    void mapsGlyphsToPlainLetters() {
        String map = "begin\n2 beginbfrange\n<0003> <0004> <0041>\n<0101> <0102> <FB94>\nendbfrange\nend";

        assertThat(PlainLetters.restored(map))
                .isEqualTo("begin\n4 beginbfrange\n<0003> <0003> <0041>\n<0004> <0004> <0042>\n"
                        + "<0101> <0101> <06AF>\n<0102> <0102> <06AF>\nendbfrange\nend");
    }
}
