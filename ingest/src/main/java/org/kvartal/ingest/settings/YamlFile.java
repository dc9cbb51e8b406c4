package org.kvartal.ingest.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kvartal.ingest.settings.YamlValue.Mapping;

/** A YAML file from the disk into a tree. */
final class YamlFile {
    private static final long LARGEST_BYTES = 1 << 20;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\uFFFE\\uFFFF&&[^\\t\\n\\r]]");

    private static final Pattern FRONT = Pattern.compile("(?s)(---[ \\t]*\\R.*?)^---[ \\t]*$", Pattern.MULTILINE);

    private YamlFile() {}

    /** The root of the file; empty when it cannot be used, for a reason that is then among the problems. */
    static Optional<Mapping> read(Path file, Problems problems) {
        return read(file, Optional::of, problems);
    }

    /** The same of a file that begins with YAML between two lines of three hyphens, and goes on with something else. */
    static Optional<Mapping> readFront(Path file, Problems problems) {
        return read(file, YamlFile::front, problems);
    }

    private static Optional<Mapping> read(Path file, YamlPart yaml, Problems problems) {
        try {
            if (!Files.isRegularFile(file)) {
                return refused(file, 0, "must be a file that exists", problems);
            }
            if (Files.size(file) > LARGEST_BYTES) {
                return refused(file, 0, "must be at most " + LARGEST_BYTES + " bytes long", problems);
            }
            return parsed(file, Files.readAllBytes(file), yaml, problems);
        } catch (IOException unreadable) {
            return refused(file, 0, "must be readable: " + unreadable.getMessage(), problems);
        }
    }

    private static Optional<Mapping> parsed(Path file, byte[] bytes, YamlPart yaml, Problems problems) {
        Optional<String> text = decoded(bytes);
        if (text.isEmpty()) {
            String readable = new String(bytes, StandardCharsets.UTF_8);
            return refused(file, lineAt(readable, readable.indexOf('\uFFFD')), "must be text in UTF-8", problems);
        }
        Matcher control = CONTROL.matcher(text.get());
        if (control.find()) {
            String rule = "must be text, without the control character U+%04X"
                    .formatted((int) control.group().charAt(0));
            return refused(file, lineAt(text.get(), control.start()), rule, problems);
        }
        Optional<String> chosen = yaml.of(text.get());
        return chosen.isPresent()
                ? YamlReader.read(file.toString(), chosen.get(), problems)
                : refused(file, 1, "must begin with its settings between two lines of three hyphens", problems);
    }

    /** Which part of a text is YAML, if any. */
    private interface YamlPart {
        Optional<String> of(String text);
    }

    private static Optional<String> front(String text) {
        Matcher front = FRONT.matcher(text);
        return front.lookingAt() ? Optional.of(front.group(1)) : Optional.empty();
    }

    private static Optional<String> decoded(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException otherEncoding) {
            return Optional.empty();
        }
    }

    private static int lineAt(String text, int position) {
        return 1
                + (int) text.substring(0, position)
                        .chars()
                        .filter(character -> character == '\n')
                        .count();
    }

    private static Optional<Mapping> refused(Path file, int line, String rule, Problems problems) {
        problems.add(new InvalidSetting(file.toString(), line, "", "", rule));
        return Optional.empty();
    }
}
