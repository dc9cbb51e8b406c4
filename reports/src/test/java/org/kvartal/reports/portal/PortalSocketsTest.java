package org.kvartal.reports.portal;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.reports.publish.Releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class PortalSocketsTest {
    /** State "listening" in the tables of Linux. */
    private static final String LISTENING = "0A";

    @TempDir
    private Path output;

    private Portal open(int port) throws IOException {
        return Portal.open(new Releases(output), port, "token", Limits.USUAL, out -> rows -> {});
    }

    @Test
    void listensOnTheAddressOfThisMachineAlone() throws IOException {
        assumeTrue(Files.exists(Path.of("/proc/net/tcp")), "only Linux shows its sockets as files");
        try (Portal portal = open(0)) {
            String port = String.format(Locale.ROOT, "%04X", portal.port());
            assertThat(listeners(port)).hasSize(1).isSubsetOf("0100007F", "0000000000000000FFFF00000100007F");
        }
    }

    private static List<String> listeners(String port) throws IOException {
        List<String> addresses = new ArrayList<>();
        for (String table : List.of("tcp", "tcp6")) {
            try (Stream<String> lines = Files.lines(Path.of("/proc/net", table))) {
                lines.map(line -> line.strip().split("\\s+"))
                        .filter(fields -> fields[1].endsWith(":" + port) && fields[3].equals(LISTENING))
                        .forEach(fields -> addresses.add(fields[1].replaceFirst(":.*", "")));
            }
        }
        return addresses;
    }

    @Test
    void isReachedUnderNoOtherAddress() throws IOException {
        Optional<InetAddress> other = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .findAny();
        assumeTrue(other.isPresent(), "this machine has no other address");
        try (Portal portal = open(0)) {
            int port = portal.port();
            assertThatThrownBy(() -> new Socket(other.get(), port).close()).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void saysWhenItsPortIsTaken() throws IOException {
        try (Portal portal = open(0)) {
            int port = portal.port();
            assertThatThrownBy(() -> open(port)).isInstanceOf(java.net.BindException.class);
        }
    }
}
