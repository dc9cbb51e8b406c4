package org.kvartal.jobs.notify;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.kvartal.ingest.model.Version;
import org.kvartal.ingest.settings.Secret;

/**
 * Posts messages as JSON. With a key, header {@code X-Kvartal-Signature} is {@code sha256=} and the HMAC-SHA-256 of the body
 * in hexadecimal digits. Redirects are not followed: the configuration alone says who gets them.
 */
final class WebhookSender implements Sender {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SUCCESS = 2;
    private static final int HUNDRED = 100;

    private final Channel.Webhook channel;
    private final Duration patience;
    private final HttpClient client;

    WebhookSender(Channel.Webhook channel, Duration patience) {
        this.channel = channel;
        this.patience = patience;
        this.client = client(patience);
    }

    static HttpClient client(Duration patience) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience)
                .build();
    }

    @Override
    public String place() {
        return channel.url().toString();
    }

    @Override
    public void send(Message message) throws Undelivered {
        String body = MessageJson.of(message);
        HttpRequest.Builder request = HttpRequest.newBuilder(channel.url().uri())
                .timeout(patience)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", "kvartal/" + Version.NUMBER)
                .header("X-Kvartal-Id", message.id())
                .POST(HttpRequest.BodyPublishers.ofString(body));
        channel.key().ifPresent(key -> request.header("X-Kvartal-Signature", "sha256=" + signature(key, body)));
        int status = status(request.build());
        if (status / HUNDRED != SUCCESS) {
            throw Undelivered.refused(place() + " answered " + status
                    + (status / HUNDRED == SUCCESS + 1 ? "; redirects are not followed" : ""));
        }
    }

    private int status(HttpRequest request) throws Undelivered {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw Undelivered.unreachable("Cannot reach " + place() + ": " + reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Undelivered.unreachable("Cannot reach " + place() + ": interrupted");
        }
    }

    /** What the library says may be nothing. */
    static String reason(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    static String signature(Secret key, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.value().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot sign: " + e.getMessage(), e);
        }
    }
}
