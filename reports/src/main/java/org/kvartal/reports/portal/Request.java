package org.kvartal.reports.portal;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a browser asks for, taken apart. A path that could lead astray is refused here, once for all pages. */
final class Request {
    /** No statement written by hand is that long. */
    private static final int LONGEST_BODY = 100_000;

    private final HttpExchange exchange;
    private final List<String> path;
    private final Map<String, String> parameters;
    private boolean answered;

    private Request(HttpExchange exchange, List<String> path, Map<String, String> parameters) {
        this.exchange = exchange;
        this.path = path;
        this.parameters = parameters;
    }

    static Request of(HttpExchange exchange) {
        String path = exchange.getRequestURI().getRawPath();
        String query = exchange.getRequestURI().getRawQuery();
        return new Request(exchange, segments(path == null ? "/" : path), parameters(query == null ? "" : query));
    }

    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        for (String raw : path.split("/")) {
            if (!raw.isEmpty()) {
                segments.add(plain(decoded(raw.replace("+", "%2B"))));
            }
        }
        return segments;
    }

    /** Names begin with no dot, which leaves out what climbs and what is hidden. */
    private static String plain(String segment) {
        boolean leadsAstray =
                segment.startsWith(".") || segment.chars().anyMatch(c -> c == '/' || c == '\\' || c == ':' || c < ' ');
        if (leadsAstray) {
            throw Refused.unknown("that page");
        }
        return segment;
    }

    private static Map<String, String> parameters(String encoded) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refused(400, "Invalid address: a percent sign without two digits behind it");
        }
    }

    String method() {
        return exchange.getRequestMethod();
    }

    /** The parts of the path between slashes; none of the first page. */
    List<String> path() {
        return path;
    }

    /** A value behind the question mark; empty when there is none. */
    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    /** The fields of the form that is sent. */
    Map<String, String> form() throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            throw new Refused(413, "Cannot read the statement: it is longer than " + LONGEST_BODY + " bytes");
        }
        return parameters(new String(body, StandardCharsets.UTF_8));
    }

    void answer(Reply reply) throws IOException {
        answered = true;
        reply.send(exchange);
    }

    /** Whether a reply has begun, so that no other can be sent. */
    boolean isAnswered() {
        return answered;
    }
}
