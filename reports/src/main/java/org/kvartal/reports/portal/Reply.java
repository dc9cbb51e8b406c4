package org.kvartal.reports.portal;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is sent back.
 *
 * @param type media type
 * @param headers beside those that every reply has
 */
record Reply(int status, String type, Map<String, String> headers, Body body) {
    /** Pages take style, script, fonts and answers from here and nothing from anywhere else; nothing stands inline. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self';"
            + " img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** Writes what follows the headers. */
    @FunctionalInterface
    interface Body {
        void write(OutputStream out) throws IOException;
    }

    static Reply page(int status, String html) {
        return text(status, "text/html; charset=utf-8", html);
    }

    static Reply json(String json) {
        return text(200, "application/json", json);
    }

    static Reply bytes(String type, byte[] content) {
        return new Reply(200, type, Map.of(), out -> out.write(content));
    }

    private static Reply text(int status, String type, String text) {
        return new Reply(status, type, Map.of(), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    static Reply download(String type, String name, Body body) {
        return new Reply(200, type, Map.of(), body).with("Content-Disposition", "attachment; filename=\"" + name + '"');
    }

    /** To the first page, once the browser has shown its token. */
    static Reply welcome(String cookie) {
        return text(303, "text/plain", "").with("Location", "/").with("Set-Cookie", cookie);
    }

    Reply with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Reply(status, type, all, body);
    }

    /** A body that breaks off leaves the connection open-ended, so that no browser takes a part for the whole. */
    void send(HttpExchange exchange) throws IOException {
        var sent = exchange.getResponseHeaders();
        sent.set("Content-Type", type);
        sent.set("Content-Security-Policy", POLICY);
        sent.set("X-Content-Type-Options", "nosniff");
        sent.set("X-Frame-Options", "DENY");
        sent.set("Referrer-Policy", "same-origin");
        sent.set("Cross-Origin-Opener-Policy", "same-origin");
        sent.set("Cross-Origin-Resource-Policy", "same-origin");
        sent.set("Cache-Control", "no-store");
        headers.forEach(sent::set);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
        } else {
            exchange.sendResponseHeaders(status, 0);
            body.write(exchange.getResponseBody());
        }
        exchange.close();
    }
}
