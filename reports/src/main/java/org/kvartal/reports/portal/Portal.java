package org.kvartal.reports.portal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.kvartal.reports.data.RowPrinter;
import org.kvartal.reports.publish.Releases;

/**
 * A web server for the browser of this machine: reports by date and language, tables, and statements on them. It listens
 * on 127.0.0.1 alone, lets in who knows its token, and changes nothing.
 */
public final class Portal implements AutoCloseable {
    private static final int THREADS = 8;
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, Portal::daemon);
    private final Guard guard;
    private final Statements statements;
    private final Pages pages;
    private final Answers answers;
    private final Shelf shelf;

    private Portal(
            HttpServer server, String token, Releases releases, Limits limits, Function<PrintWriter, RowPrinter> csv) {
        this.server = server;
        this.guard = new Guard(server.getAddress().getPort(), token);
        this.shelf = new Shelf(releases);
        this.statements = new Statements(limits);
        this.pages = new Pages(shelf, statements, limits);
        this.answers = new Answers(shelf, statements, limits, csv);
    }

    /**
     * Begins to serve.
     *
     * @param port 0 for any that is free
     * @param token what a browser must know; hard to guess
     * @param csv prints rows as CSV
     * @throws IOException when the port is taken
     */
    public static Portal open(
            Releases releases, int port, String token, Limits limits, Function<PrintWriter, RowPrinter> csv)
            throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // else short answers wait 40 ms for more to come
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByAddress("localhost", LOOPBACK), port);
        HttpServer server = HttpServer.create(address, 0);
        Portal portal = new Portal(server, token, releases, limits, csv);
        server.createContext("/", portal::handle);
        server.setExecutor(portal.threads);
        server.start();
        return portal;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Request request;
        try {
            request = Request.of(exchange);
        } catch (Refused e) {
            pages.refusal(e).send(exchange);
            return;
        }
        try {
            answer(request);
        } catch (Refused e) {
            refuse(request, e);
        } catch (IOException | UncheckedIOException e) {
            refuse(request, new Refused(500, String.valueOf(e.getMessage())));
        }
    }

    /** What has begun to be sent can only be broken off: the server does so when its handler fails. */
    private void refuse(Request request, Refused refused) throws IOException {
        if (request.isAnswered()) {
            throw refused;
        }
        request.answer(pages.refusal(refused));
    }

    private void answer(Request request) throws IOException {
        guard.admit(request);
        if (guard.isInvited(request)) {
            request.answer(Reply.welcome(guard.cookie()));
            return;
        }
        if (request.path().size() == 2 && request.path().get(0).equals("assets")) {
            request.answer(Asset.named(request.path().get(1))); // the page that refuses has its looks from there
            return;
        }
        guard.requireToken(request);
        if (!request.method().equals("POST")) {
            request.answer(page(request));
        } else if (request.path().equals(List.of("sql", "file"))) {
            answers.file(request);
        } else if (request.path().equals(List.of("sql", "answer"))) {
            request.answer(answers.table(request));
        } else if (request.path().equals(List.of("sql", "stop"))) {
            request.answer(answers.stop(request));
        } else {
            throw Refused.unknown("that page");
        }
    }

    private Reply page(Request request) throws IOException {
        List<String> path = request.path();
        String first = path.isEmpty() ? "" : path.get(0);
        if (path.isEmpty()) {
            return pages.reports();
        }
        if (first.equals("releases") && path.size() > 2) {
            Release release = shelf.release(path.get(1));
            return ReleaseFile.of(release, path.subList(2, path.size())).reply();
        }
        return switch (first + " " + path.size()) {
            case "tables 1" -> pages.tables(request);
            case "tables 2" -> pages.table(request);
            case "sql 1" -> pages.console(request);
            default -> throw Refused.unknown("that page");
        };
    }

    static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "portal");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        server.stop(0);
        statements.close();
        threads.shutdownNow();
    }
}
