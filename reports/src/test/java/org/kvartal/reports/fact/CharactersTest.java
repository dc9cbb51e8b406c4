package org.kvartal.reports.fact;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CharactersTest {

    @Test
    void showsWhatCannotBePrintedAsReplacementCharacters() {
        assertThat(Characters.printable("a\u0000b\u001bc\u0085d")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd");
        assertThat(Characters.printable("half \ud800 and \uFFFF")).isEqualTo("half \uFFFD and \uFFFD");
    }

    @Test
    void takesAwayThePowerOverDirectionButKeepsJoiners() {
        assertThat(Characters.printable("fdp\u202Eexe\u2066x\u2069")).isEqualTo("fdp\uFFFDexe\uFFFDx\uFFFD");
        assertThat(Characters.printable("می\u200cشود 👍")).isEqualTo("می\u200cشود 👍");
    }

    @Test
    void putsLinesIntoOne() {
        assertThat(Characters.printable("a\tb\r\nc")).isEqualTo("a b  c");
    }

    @Test
    void escapesAllThatMarkupReads() {
        assertThat(Characters.escaped("<a href=\"x\" b='y'>&"))
                .isEqualTo("&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;");
    }

    @Test
    void shortensByWholeCharacters() {
        assertThat(Characters.shortened("👍👍👍👍", 3)).isEqualTo("👍👍…");
        assertThat(Characters.shortened("abc", 3)).isEqualTo("abc");
    }
}
