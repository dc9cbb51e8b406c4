package org.kvartal.jobs;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The sockets of a process, as Linux lists them. */
final class Sockets {
    private static final String LISTENING = "0A";
    private static final int WORD = 8;

    private Sockets() {}

    /** The addresses on which a process listens now, as {@code 127.0.0.1:4040}; none where nobody lists them. */
    static List<String> listeners(long pid) throws IOException {
        Set<String> own = inodes(pid);
        List<String> addresses = new ArrayList<>();
        for (String table : List.of("tcp", "tcp6")) {
            Path file = Path.of("/proc", String.valueOf(pid), "net", table);
            if (Files.isReadable(file)) {
                Files.readAllLines(file).stream()
                        .map(line -> line.strip().split("\\s+"))
                        .filter(cells -> cells[3].equals(LISTENING) && own.contains(cells[9]))
                        .map(cells -> address(cells[1]))
                        .forEach(addresses::add);
            }
        }
        return addresses;
    }

    private static Set<String> inodes(long pid) throws IOException {
        Set<String> inodes = new HashSet<>();
        Path descriptors = Path.of("/proc", String.valueOf(pid), "fd");
        if (!Files.isReadable(descriptors)) {
            return inodes;
        }
        try (Stream<Path> files = Files.list(descriptors)) {
            for (Path file : files.toList()) {
                try {
                    String target = Files.readSymbolicLink(file).toString();
                    if (target.startsWith("socket:[")) {
                        inodes.add(target.substring("socket:[".length(), target.length() - 1));
                    }
                } catch (IOException closedMeanwhile) {
                    // It is no listener any more.
                }
            }
        }
        return inodes;
    }

    /** Words of the address stand in the order of the machine's bytes. */
    private static String address(String hex) {
        String[] parts = hex.split(":");
        ByteBuffer bytes = ByteBuffer.allocate(parts[0].length() / 2);
        for (int i = 0; i < parts[0].length(); i += WORD) {
            bytes.put(reversed(HexFormat.of().parseHex(parts[0].substring(i, i + WORD))));
        }
        try {
            InetAddress address = InetAddress.getByAddress(bytes.array());
            String text = address.getHostAddress();
            return (text.contains(":") ? (address.isLoopbackAddress() ? "[::1]" : "[" + text + "]") : text) + ":"
                    + Integer.parseInt(parts[1], 16);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("Invalid address " + hex + ": " + e.getMessage(), e);
        }
    }

    private static byte[] reversed(byte[] word) {
        return new byte[] {word[3], word[2], word[1], word[0]};
    }
}
