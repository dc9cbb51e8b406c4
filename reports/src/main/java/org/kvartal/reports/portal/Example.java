package org.kvartal.reports.portal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A statement to start from.
 *
 * @param question what it answers: its comment
 */
record Example(String question, String sql) {
    private static final Pattern TABLE = Pattern.compile("(?:from|join) ([a-z_]+\\.[a-z_]+)");

    /** Those whose tables the release has. */
    static List<Example> of(Dictionary dictionary) throws IOException {
        return all().stream()
                .filter(example ->
                        example.tables().allMatch(name -> dictionary.table(name).isPresent()))
                .toList();
    }

    /** In {@code portal/examples.sql}, with an empty line between. */
    static List<Example> all() throws IOException {
        try (InputStream in = Example.class.getResourceAsStream("/portal/examples.sql")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.strip().split("\n\n+")).map(Example::read).toList();
        }
    }

    private static Example read(String block) {
        int end = block.indexOf('\n');
        return new Example(block.substring("-- ".length(), end), block.substring(end + 1));
    }

    /** For an attribute, which keeps no line breaks: the page puts them back. */
    public String oneLine() {
        return sql.replace('\n', '¶');
    }

    Stream<String> tables() {
        return TABLE.matcher(sql).results().map(MatchResult::group).map(words -> words.replaceFirst("\\w+ ", ""));
    }
}
