package org.kvartal.jobs.notify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.ingest.settings.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kvartal.jobs.notify.SomeNotifications.MARCH;
import static org.kvartal.jobs.notify.SomeNotifications.failed;

class WebhookTest {
    private static final int REDIRECT = 302;

    private record Post(String path, String body, String signature, String id) {}

    private final List<Post> posts = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private int status = 200;

    @TempDir
    Path folder;

    private SomeNotifications some;

    @BeforeEach
    void listen() throws IOException {
        some = new SomeNotifications(folder);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        posts.add(new Post(
                exchange.getRequestURI().getPath(),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                String.valueOf(exchange.getRequestHeaders().getFirst("X-Kvartal-Signature")),
                String.valueOf(exchange.getRequestHeaders().getFirst("X-Kvartal-Id"))));
        if (status == REDIRECT) {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String channel(int port, String key) {
        return """
                notifications:
                  timeout-seconds: 1
                  channels:
                    chat: { kind: webhook, url: "http://127.0.0.1:%d/t0ken"%s }
                """.formatted(port, key);
    }

    private void tell(String yaml, String cause) {
        Notifier notifier = some.notifier(yaml);
        notifier.tellTrouble(failed(MARCH, cause));
        notifier.send();
    }

    @Test
    void postsASignedJsonObject() {
        tell(
                channel(server.getAddress().getPort(), ", signature-key: \"${HOOK_KEY}\""),
                "table \"a\" <!channel> @here");

        Post post = posts.get(0);
        assertThat(posts).hasSize(1);
        assertThat(post.path()).isEqualTo("/t0ken");
        assertThat(post.id()).matches("failed-2026-03-31-[0-9a-f]{20}");
        assertThat(post.body())
                .startsWith("{\"id\":\"" + post.id() + "\",\"at\":\"2026-04-01T02:30:00Z\",\"event\":\"failed\","
                        + "\"project\":\"Meridian\",\"as_of\":\"2026-03-31\",\"run\":\"2026-03-31.1\","
                        + "\"step\":\"extract\",\"cause\":\"table \\\"a\\\" <!channel> @here\",")
                .contains("\"text\":\"[Meridian] night of 2026-03-31 failed\\n\\n", "‹!channel› (at)here");
        assertThat(post.signature()).isEqualTo("sha256=" + WebhookSender.signature(new Secret("signs"), post.body()));
        assertThat(some.outbox("sent")).containsExactly("failed-2026-03-31");
        assertThat(some.lines).isEmpty();
    }

    /** RFC 4231, test case 2. */
    @Test
    void signsAsTheStandardSays() {
        assertThat(WebhookSender.signature(new Secret("Jefe"), "what do ya want for nothing?"))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void keepsWhatTheServerRefusesAndTriesEachOnceARound() {
        status = 500;
        String yaml = channel(server.getAddress().getPort(), "");
        Notifier notifier = some.notifier(yaml);
        notifier.tellTrouble(failed(MARCH, "disk full"));
        notifier.tellTrouble(failed(MARCH, "no network"));
        notifier.send();

        assertThat(posts).hasSize(2);
        assertThat(some.outbox("waiting")).hasSize(2);
        assertThat(some.lines)
                .containsOnly("kvartal: http://127.0.0.1:" + server.getAddress().getPort()
                        + "/*** answered 500; failed-2026-03-31 over chat waits in the outbox");

        status = 204;
        some.notifier(yaml).send();
        assertThat(posts).hasSize(4);
        assertThat(some.outbox("waiting")).isEmpty();
    }

    @Test
    void followsNoRedirect() {
        status = REDIRECT;
        tell(channel(server.getAddress().getPort(), ""), "disk full");

        assertThat(posts).extracting(Post::path).containsExactly("/t0ken");
        assertThat(some.lines).singleElement().asString().contains("answered 302; redirects are not followed;");
        assertThat(some.outbox("waiting")).hasSize(1);
    }

    @Test
    void waitsNotLongForAServerThatNeverAnswers() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String yaml = channel(silent.getLocalPort(), "");
            some.notifier(yaml).tellTrouble(failed(MARCH, "disk full"));
            tell(yaml, "no network");
        }
        assertThat(some.outbox("waiting")).hasSize(2);
        assertThat(some.lines)
                .as("the second message is not tried where nobody answered the first")
                .singleElement()
                .asString()
                .startsWith("kvartal: Cannot reach http://127.0.0.1:")
                .contains("timed out");
    }

    @Test
    void doesNotHoldUpOthersWhenOneIsDown() throws IOException {
        int closed;
        try (ServerSocket soon = new ServerSocket(0)) {
            closed = soon.getLocalPort();
        }
        tell(channel(closed, "") + "    spool: { kind: file, append-to: spool.jsonl }\n", "disk full");

        assertThat(some.lines).singleElement().asString().contains("Cannot reach http://127.0.0.1:" + closed + "/***");
        assertThat(some.outbox("sent")).hasSize(1);
        assertThat(folder.resolve("spool.jsonl")).isNotEmptyFile();
    }

    @Test
    void pingsWithoutFailing() {
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        Notifier notifier = some.notifier("""
                notifications:
                  ping: { started: "%s/start", published: "%s/done" }
                """.formatted(base, base));
        notifier.ping("started");
        notifier.ping("failed");
        notifier.send();
        assertThat(posts).extracting(Post::path).containsExactly("/start");
        assertThat(some.lines).isEmpty();

        status = 404;
        notifier.ping("published");
        notifier.send();
        assertThat(posts).extracting(Post::path).containsExactly("/start", "/done");
        assertThat(some.lines).containsExactly("kvartal: Cannot ping " + base + "/***: it answered 404");
        assertThat(some.outbox("waiting")).isEmpty();
    }
}
