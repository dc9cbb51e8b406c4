package org.kvartal.jobs.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** Properties as text that people read too: one {@code key=value} a line, in the order of the keys. */
final class SortedText {
    private static final Set<StandardOpenOption> REPLACING =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
    private static final Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private SortedText() {}

    /** Writes a file, which is on the disk when this returns: it may be renamed over another. */
    static void write(Path file, Properties properties) throws IOException {
        write(file, properties, REPLACING);
    }

    /** As {@link #write}, but fails when there is such a file. */
    static void create(Path file, Properties properties) throws IOException {
        write(file, properties, NEW);
    }

    private static void write(Path file, Properties properties, Set<? extends OpenOption> options) throws IOException {
        ByteBuffer text = ByteBuffer.wrap(text(properties).getBytes(StandardCharsets.UTF_8));
        try (FileChannel channel = FileChannel.open(file, options)) {
            while (text.hasRemaining()) {
                channel.write(text);
            }
            channel.force(true);
        }
    }

    private static String text(Properties properties) {
        return properties.stringPropertyNames().stream()
                .sorted()
                .map(name -> name + "=" + properties.getProperty(name).replace("\\", "\\\\") + "\n")
                .collect(Collectors.joining());
    }
}
