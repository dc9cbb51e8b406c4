package org.kvartal.reports.portal;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Speaks HTTP word by word, so that it can say what no browser would. */
final class RawBrowser {
    /** What came back. */
    record Answer(int status, String headers, String body) {}

    private final int port;
    private final Map<String, String> headers = new LinkedHashMap<>();

    /** A browser that was let in. */
    RawBrowser(int port, String token) {
        this.port = port;
        headers.put("Host", "127.0.0.1:" + port);
        headers.put("Cookie", "kvartal-" + port + "=" + token);
    }

    /** The same with one header changed; left out when it is empty. */
    RawBrowser with(String header, String value) {
        RawBrowser other = new RawBrowser(port, "");
        other.headers.putAll(headers);
        other.headers.put(header, value);
        return other;
    }

    Answer get(String path) throws IOException {
        return send("GET", path, "");
    }

    /** Sends a form as a page of the portal does. */
    Answer post(String path, Map<String, String> form) throws IOException {
        RawBrowser asPage = headers.containsKey("Origin") ? this : with("Origin", "http://127.0.0.1:" + port);
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return asPage.send("POST", path, body);
    }

    Answer send(String method, String path, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\nConnection: close\r\n");
        headers.forEach((name, value) -> {
            if (!value.isEmpty()) {
                request.append(name).append(": ").append(value).append("\r\n");
            }
        });
        request.append("Content-Length: ").append(bytes.length).append("\r\n\r\n");
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(bytes);
            return read(socket.getInputStream());
        }
    }

    private static Answer read(InputStream in) throws IOException {
        String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        int end = all.indexOf("\r\n\r\n");
        String headers = all.substring(0, end).toLowerCase(java.util.Locale.ROOT);
        String body = all.substring(end + 4).replaceAll("\r\n0\r\n\r\n$|\r\n[0-9a-f]+\r\n|^[0-9a-f]+\r\n", "");
        return new Answer(Integer.parseInt(headers.split(" ")[1]), headers, body);
    }
}
