package org.kvartal.reports.portal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;

/**
 * Who is let in: a browser of this machine that was given the address with the token. A page of another site reaches this
 * port too, through its visitor's browser; the names of host and origin tell it apart.
 */
final class Guard {
    private final int port;
    private final String token;

    /** @param token known to whoever has started the server, and to nobody else */
    Guard(int port, String token) {
        this.port = port;
        this.token = token;
    }

    /** Other hosts' names lead here when they are made to resolve to this machine. */
    void admit(Request request) {
        String host = request.header("Host").orElse("");
        if (!List.of("127.0.0.1:" + port, "localhost:" + port).contains(host)) {
            throw new Refused(403, "Invalid host: this server answers to 127.0.0.1:" + port + " alone");
        }
        if (!List.of("GET", "HEAD", "POST").contains(request.method())) {
            throw new Refused(405, "Invalid method: nothing here can be changed");
        }
        String expected = request.method().equals("POST") ? "" : "http://" + host;
        if (!request.header("Origin").orElse(expected).equals("http://" + host)) {
            throw new Refused(403, "Invalid origin: the request comes from a page of another site");
        }
        if (!List.of("same-origin", "none")
                .contains(request.header("Sec-Fetch-Site").orElse("none"))) {
            throw new Refused(403, "Invalid origin: the request comes from a page of another site");
        }
    }

    /** Whether the address itself brings the token, as the printed one does. */
    boolean isInvited(Request request) {
        return request.path().isEmpty() && request.method().equals("GET") && isToken(request.parameter("token"));
    }

    /** Whether the browser brings the token in its cookie. */
    void requireToken(Request request) {
        boolean known = Arrays.stream(request.header("Cookie").orElse("").split("; *"))
                .filter(cookie -> cookie.startsWith(cookieName() + "="))
                .anyMatch(cookie -> isToken(cookie.substring(cookie.indexOf('=') + 1)));
        if (!known) {
            throw new Refused(401, "Open the address that kvartal serve has printed, with its token");
        }
    }

    String cookie() {
        return cookieName() + "=" + token + "; Path=/; HttpOnly; SameSite=Strict";
    }

    /** Browsers do not keep cookies apart by port. */
    private String cookieName() {
        return "kvartal-" + port;
    }

    /** In a time that does not tell how much of it is right. */
    private boolean isToken(String given) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }
}
