package org.kvartal.jobs.notify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.kvartal.jobs.disk.WholeFile;

/**
 * Leaves messages where another program collects them.
 *
 * @param target the file or the folder
 */
record FileSender(Path target, Way way) implements Sender {

    /** How a message is left. */
    private interface Way {
        void leave(Path target, Message message) throws IOException;
    }

    /** A line for each message. */
    static FileSender appendingTo(Path file) {
        return new FileSender(file, FileSender::append);
    }

    /** A file for each message. */
    static FileSender into(Path folder) {
        return new FileSender(
                folder,
                (target, message) -> WholeFile.write(
                        target.resolve(message.id() + ".json"), MessageJson.of(message) + "\n", "rw-r-----"));
    }

    private static void append(Path target, Message message) throws IOException {
        Files.createDirectories(target.toAbsolutePath().getParent());
        Files.writeString(
                target,
                MessageJson.of(message) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND,
                StandardOpenOption.SYNC);
    }

    @Override
    public String place() {
        return target.toString();
    }

    @Override
    public void send(Message message) throws Undelivered {
        try {
            way.leave(target, message);
        } catch (IOException | UncheckedIOException e) {
            throw Undelivered.unreachable("Cannot write to " + target + ": " + e.getMessage());
        }
    }
}
