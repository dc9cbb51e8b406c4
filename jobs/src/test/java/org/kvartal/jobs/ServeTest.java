package org.kvartal.jobs;

import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Scanner;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class ServeTest {
    @TempDir
    private Path output;

    @BeforeEach
    void publish() throws IOException {
        Path report = Files.createDirectories(output.resolve("published/2024-06-30/report/en"));
        Files.writeString(report.resolve("index.html"), "<title>Tiny: Quarterly report</title>");
    }

    private static HttpResponse<String> get(HttpClient browser, String address) throws Exception {
        return browser.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void printsAnAddressThatABrowserOpensAndEndsWhenInterrupted() throws Exception {
        PipedReader printed = new PipedReader();
        PrintWriter out = new PrintWriter(new PipedWriter(printed), true);
        CompletableFuture<Integer> exitCode = new CompletableFuture<>();
        String[] args = {"serve", "--out", output.toString(), "--port", "0"};
        Thread server = new Thread(() -> exitCode.complete(Main.run(args, out, out)));
        server.start();
        String address = new Scanner(printed).findWithinHorizon("http://127\\.0\\.0\\.1:\\d+/\\?token=[0-9a-f]{48}", 0);
        HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        assertThat(get(browser, address).body()).contains("Tiny: Quarterly report", "2024-06-30");
        assertThat(get(HttpClient.newHttpClient(), address.replaceFirst("\\?.*", ""))
                        .statusCode())
                .isEqualTo(401);
        server.interrupt();
        assertThat(exitCode.get()).isZero();
    }

    @Test
    void saysThatNothingIsPublishedYet() {
        Path empty = output.resolve("empty");
        StringWriter err = new StringWriter();
        int exitCode = Main.run(
                new String[] {"serve", "--out", empty.toString()}, new PrintWriter(err), new PrintWriter(err, true));
        assertThat(exitCode).isEqualTo(3);
        assertThat(err).hasToString("kvartal: Cannot serve " + empty + ": nothing is published there yet\n");
    }
}
