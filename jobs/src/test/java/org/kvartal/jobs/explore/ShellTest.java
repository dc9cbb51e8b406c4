package org.kvartal.jobs.explore;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ShellTest {
    @Test
    void completesTheNamesOfTables() {
        Shell shell = new Shell(System.getProperty("java.class.path"), """
                class MartTables { int bookings_by_month() { return 1; } int offers() { return 2; } }
                MartTables mart = new MartTables();
                """);
        assertThat(shell.continuations("mart.boo")).containsExactly("bookings_by_month()");
    }

    @Test
    void saysWhatIsMissingWhereJavaHasNoShell() {
        assertThatThrownBy(() -> Exploration.requireShell(Optional.empty()))
                .hasMessage("Cannot explore: this Java (" + System.getProperty("java.home")
                        + ") has no JShell; run Kvartal with a whole JDK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Plain", "\"; System.exit(1); \"", "back\\slash\\", "two\nlines", "Ženeva → سلام"})
    void putsAnyNameIntoTheStartAsItIs(String name) {
        try (jdk.jshell.JShell shell =
                jdk.jshell.JShell.builder().executionEngine("local").build()) {
            String length = shell.eval(Prompt.literal(name) + ".equals(new String(new int[] {"
                            + String.join(
                                    ",",
                                    name.codePoints()
                                            .mapToObj(Integer::toString)
                                            .toList())
                            + "}, 0, " + name.codePointCount(0, name.length()) + "))")
                    .get(0)
                    .value();
            assertThat(length).isEqualTo("true");
        }
    }
}
