package org.kvartal.ingest.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HostileYamlTest {
    @TempDir
    Path folder;

    @Test
    void saysThatTheFileIsAbsent() {
        Path path = folder.resolve("kvartal.yaml");
        ConfigFile file = read(path);
        file.root().section("project").text("name");

        assertThatThrownBy(file.problems()::throwIfAny)
                .isInstanceOf(InvalidSettings.class)
                .hasMessage("Invalid configuration:\n" + path + ": must be a file that exists");
    }

    @Test
    void saysThatTheFileIsEmpty() throws IOException {
        refuses("", ": is empty");
        refuses("# only a comment\n", ": is empty");
    }

    @Test
    void saysThatTheRootIsNoSection() throws IOException {
        refuses("- a\n- b\n", ":1: must hold keys and values, as \"key: value\"");
        refuses("just text\n", ":1: must hold keys and values, as \"key: value\"");
        refuses("~\n", ":1: must hold keys and values, as \"key: value\"");
    }

    @Test
    void saysWhereTheTextIsNoYaml() throws IOException {
        refuses("a: 1\n\tb: 2\n", ":2: is not YAML: the line is indented with a tab, and YAML takes only spaces");
        refuses("a: [1, 2\nb: 3\n", ":2: is not YAML: while parsing a flow sequence, expected ',' or ']', but got :");
        refuses("a: 'open\n", ":2: is not YAML: while scanning a quoted scalar, found unexpected end of stream");
    }

    @Test
    void saysThatAKeyIsGivenTwice() throws IOException {
        refuses("a:\n  b: 1\n  c: 2\n  b: 3\n", ":4: a.b is given twice, first on line 2");
    }

    @Test
    void takesNoAliasesSoThatNothingGrows() throws IOException {
        refuses(
                "a: &a [x, x]\nb: [*a, *a]\n",
                ":2: b[0] must be written out: aliases (*name) are not taken",
                ":2: b[1] must be written out: aliases (*name) are not taken");
    }

    @Test
    void takesNoTagsSoThatNothingIsMade() throws IOException {
        refuses(
                "a: !!javax.script.ScriptEngineManager [x]\n",
                ":1: a has the tag tag:yaml.org,2002:javax.script.ScriptEngineManager, and tags are not taken");
    }

    @Test
    void stopsAtDeepNesting() throws IOException {
        String open = "[".repeat(100_000);
        String close = "]".repeat(100_000);
        refuses("a: " + open + close + "\nb: 1\n", ":1: a" + "[0]".repeat(29) + " is nested more than 30 levels deep");
    }

    @Test
    void takesOneDocumentOnly() throws IOException {
        refuses("a: 1\n---\nb: 2\n", ":2: must be one document; a second one begins here");
    }

    @Test
    void takesOnlyTextAsKeys() throws IOException {
        refuses("a: 1\n[x, y]: 2\n", ":2: must have plain text as keys");
    }

    @Test
    void takesOnlyTextInUtf8() throws IOException {
        Path path = folder.resolve("kvartal.yaml");
        Files.write(path, "a: 1\nb: J\u00f6rg\n".getBytes(StandardCharsets.ISO_8859_1));
        ConfigFile latin = read(path);
        assertThat(latin.problems().all())
                .extracting(InvalidSetting::message)
                .containsExactly(path + ":2: must be text in UTF-8");

        refuses("a: 1\nb: \u0007\n", ":2: must be text, without the control character U+0007");
    }

    @Test
    void acceptsAByteOrderMark() throws IOException {
        Path path = Files.writeString(folder.resolve("kvartal.yaml"), "\uFEFFa: 1\n");
        ConfigFile file = read(path);

        assertThat(file.root().integer("a")).isEqualTo(1);
        assertThat(file.problems().all()).isEmpty();
    }

    @Test
    void refusesAFileThatIsTooLong() throws IOException {
        refuses("# " + "x".repeat(1 << 20), ": must be at most 1048576 bytes long");
    }

    @Test
    void keepsMessagesOnOneShortLine() throws IOException {
        Path path = Files.writeString(folder.resolve("kvartal.yaml"), "a: \"x\\ny\\e[31m" + "z".repeat(500) + "\"\n");
        ConfigFile file = read(path);
        file.root().integer("a");

        assertThat(file.problems().all())
                .extracting(InvalidSetting::message)
                .containsExactly(path + ":1: a = x y [31m" + "z".repeat(72) + "... must be a whole number");
    }

    private void refuses(String yaml, String... messages) throws IOException {
        Path path = Files.writeString(folder.resolve("kvartal.yaml"), yaml);
        ConfigFile file = read(path);
        file.root().keys().forEach(file.root()::ignore);
        assertThat(file.problems().all())
                .extracting(InvalidSetting::message)
                .containsExactly(
                        Arrays.stream(messages).map(path.toString()::concat).toArray(String[]::new));
    }

    private static ConfigFile read(Path path) {
        return ConfigFile.read(path, new Surroundings(Map.of(), path.getParent(), Map.of()));
    }
}
