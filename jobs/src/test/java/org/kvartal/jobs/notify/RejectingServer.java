package org.kvartal.jobs.notify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that knows everybody but one address. */
final class RejectingServer implements AutoCloseable {
    private final ServerSocket listening;
    private final String unknown;
    private final List<String> accepted = new CopyOnWriteArrayList<>();

    RejectingServer(String unknown) throws IOException {
        this(unknown, new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")));
    }

    RejectingServer(String unknown, ServerSocket listening) {
        this.unknown = unknown;
        this.listening = listening;
        Thread thread = new Thread(this::serve);
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listening.getLocalPort();
    }

    List<String> accepted() {
        return accepted;
    }

    private void serve() {
        while (!listening.isClosed()) {
            try (Socket socket = listening.accept()) {
                talk(socket);
            } catch (IOException closed) {
                // The next client, or the end.
            }
        }
    }

    private void talk(Socket socket) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        OutputStream out = socket.getOutputStream();
        say(out, "220 ready");
        String recipient = "";
        boolean inside = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (inside) {
                inside = !line.equals(".");
                if (!inside) {
                    accepted.add(recipient);
                    say(out, "250 taken");
                }
            } else if (line.startsWith("RCPT TO:")) {
                recipient = line.replaceAll(".*<(.*)>.*", "$1");
                say(out, recipient.equals(unknown) ? "550 5.1.1 no such user" : "250 known");
            } else if (line.equals("DATA")) {
                inside = true;
                say(out, "354 go on");
            } else {
                say(out, "250 fine");
            }
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
