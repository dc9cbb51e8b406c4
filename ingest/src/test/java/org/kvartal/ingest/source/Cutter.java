package org.kvartal.ingest.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A wire to a server on this machine that breaks: its first connections fail after some bytes of answers. */
final class Cutter implements Closeable {
    private final ServerSocket listener;
    private final int serverPort;
    private final Fault fault;
    private final long intactBytes;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile int faultyConnections;

    /** How a connection fails. */
    enum Fault {
        CLOSES,
        FALLS_SILENT
    }

    /** The first {@code faultyConnections} fail once that many bytes came from the server; later ones do not. */
    Cutter(int serverPort, Fault fault, long intactBytes, int faultyConnections) throws IOException {
        this.serverPort = serverPort;
        this.fault = fault;
        this.intactBytes = intactBytes;
        this.faultyConnections = faultyConnections;
        this.listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "cutter");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                Socket server = new Socket("127.0.0.1", serverPort);
                sockets.addAll(List.of(client, server));
                long limit = faultyConnections > 0 ? intactBytes : Long.MAX_VALUE;
                faultyConnections--;
                start(() -> pass(client, server, Long.MAX_VALUE));
                start(() -> pass(server, client, limit));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void pass(Socket from, Socket to, long limit) {
        byte[] buffer = new byte[8192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            long passed = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                passed += read;
                if (passed <= limit) {
                    out.write(buffer, 0, read);
                } else if (fault == Fault.CLOSES) {
                    to.close();
                    from.close();
                    return;
                }
            }
            to.close();
        } catch (IOException closed) {
            // The other direction closed both ends.
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
