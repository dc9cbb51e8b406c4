package org.kvartal.ingest.lake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * As much of an S3 server as a lake asks for, on loopback, with its faults: requests refused because there are too many,
 * and answers that are lost after the object was stored.
 */
public final class ObjectServer implements AutoCloseable {
    public static final String ACCESS_KEY = "tiny-access";

    private static final String TOO_MANY = "<Error><Code>SlowDown</Code><Message>Reduce your rate.</Message></Error>";
    private static final String ABSENT = "<Error><Code>NoSuchKey</Code><Message>There is none.</Message></Error>";
    private static final Pattern DELETED = Pattern.compile("<Key>([^<]+)</Key>");
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");

    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final List<String> stored = new CopyOnWriteArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private final int refusedEvery;
    private final int lostEvery;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(8);

    private ObjectServer(int refusedEvery, int lostEvery) {
        this.refusedEvery = refusedEvery;
        this.lostEvery = lostEvery;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start a server: " + e.getMessage(), e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(workers);
        server.start();
    }

    public static ObjectServer faultless() {
        return new ObjectServer(Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** A server that refuses every so manieth request, and loses the answer to every so manieth object stored. */
    public static ObjectServer withFaults(int refusedEvery, int lostEvery) {
        return new ObjectServer(refusedEvery, lostEvery);
    }

    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public int refusedCount() {
        return refused.get();
    }

    public int lostCount() {
        return lost.get();
    }

    /** The keys that there are, sorted. */
    public List<String> keys() {
        return objects.keySet().stream().sorted().toList();
    }

    /** Every key, once for each time that it was stored. */
    List<String> stored() {
        return List.copyOf(stored);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        String key = exchange.getRequestURI().getPath();
        if (!authorization.contains("Credential=" + ACCESS_KEY + "/")) {
            reply(exchange, 403, "<Error><Code>AccessDenied</Code></Error>");
        } else if (requests.incrementAndGet() % refusedEvery == 0) {
            refused.incrementAndGet();
            reply(exchange, 503, TOO_MANY);
        } else {
            switch (exchange.getRequestMethod()) {
                case "PUT" -> store(exchange, key, body);
                case "GET", "HEAD" -> read(exchange, key);
                case "DELETE" -> {
                    objects.remove(key);
                    reply(exchange, 204, "");
                }
                case "POST" -> delete(exchange, key, body);
                default -> reply(exchange, 405, "");
            }
        }
    }

    private void store(HttpExchange exchange, String key, byte[] body) throws IOException {
        String content = String.valueOf(exchange.getRequestHeaders().getFirst("x-amz-content-sha256"));
        objects.put(key, content.startsWith("STREAMING") ? withoutChunks(body) : body);
        stored.add(key);
        if (stored.size() % lostEvery == 0) {
            lost.incrementAndGet();
            exchange.close();
        } else {
            exchange.getResponseHeaders().set("ETag", "\"" + Arrays.hashCode(body) + "\"");
            reply(exchange, 200, "");
        }
    }

    /** Each chunk begins with a line of its length in hexadecimal digits; one of none ends them. */
    private static byte[] withoutChunks(byte[] body) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        int at = 0;
        while (true) {
            int end = at;
            while (body[end] != '\r') {
                end++;
            }
            String line = new String(body, at, end - at, StandardCharsets.US_ASCII);
            int length = Integer.parseInt(line.split(";")[0], 16);
            if (length == 0) {
                return whole.toByteArray();
            }
            whole.write(body, end + 2, length);
            at = end + 2 + length + 2;
        }
    }

    private void read(HttpExchange exchange, String key) throws IOException {
        byte[] object = objects.get(key);
        if (object == null) {
            reply(exchange, 404, ABSENT);
            return;
        }
        exchange.getResponseHeaders().set("ETag", "\"" + Arrays.hashCode(object) + "\"");
        exchange.getResponseHeaders().set("Last-Modified", "Mon, 01 Jan 2024 00:00:00 GMT");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(object.length));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
            return;
        }
        Matcher range =
                RANGE.matcher(String.valueOf(exchange.getRequestHeaders().getFirst("Range")));
        if (range.matches()) {
            int from = Integer.parseInt(range.group(1));
            int to = range.group(2).isEmpty()
                    ? object.length - 1
                    : Math.min(object.length - 1, Integer.parseInt(range.group(2)));
            exchange.getResponseHeaders().set("Content-Range", "bytes " + from + "-" + to + "/" + object.length);
            send(exchange, 206, Arrays.copyOfRange(object, from, to + 1));
        } else {
            send(exchange, 200, object);
        }
    }

    private void delete(HttpExchange exchange, String bucket, byte[] body) throws IOException {
        Matcher key = DELETED.matcher(new String(body, StandardCharsets.UTF_8));
        while (key.find()) {
            objects.remove(bucket.replaceFirst("/$", "") + "/" + key.group(1));
        }
        reply(exchange, 200, "<DeleteResult/>");
    }

    private static void reply(HttpExchange exchange, int status, String text) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        if (exchange.getRequestMethod().equals("HEAD") || text.isEmpty()) {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        } else {
            send(exchange, status, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
