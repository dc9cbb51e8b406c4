package org.kvartal.jobs;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Chromium without window that opens one page, and writes down its requests and complaints. */
final class HeadlessBrowser {
    private static final Pattern REQUEST = Pattern.compile("\"url\":\"((?:https?|wss?|ftp):[^\"]*)\"");

    /** What the browser asks for itself, whatever page it opens. */
    private static final Pattern OWN = Pattern.compile("^https?://[a-z0-9.]*(google|googleapis|gvt1)\\.com/");

    private HeadlessBrowser() {}

    /** The program of the machine, if it has one. */
    static Optional<Path> program() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** What the page has become once its scripts ran. */
    record Visit(String page, List<String> requests, List<String> complaints) {}

    static Visit visit(Path program, Path page, Path folder) throws IOException, InterruptedException {
        Path profile = Files.createTempDirectory(folder, "profile");
        Path requests = profile.resolve("requests.json");
        Path complaints = profile.resolve("complaints.txt");
        Path dom = profile.resolve("page.html");
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--user-data-dir=" + profile,
                        "--log-net-log=" + requests,
                        "--enable-logging=stderr",
                        "--dump-dom",
                        page.toRealPath().toUri().toString())
                .redirectOutput(dom.toFile())
                .redirectError(complaints.toFile())
                .start();
        process.waitFor();
        return new Visit(
                Files.readString(dom),
                REQUEST.matcher(Files.readString(requests))
                        .results()
                        .map(found -> found.group(1))
                        .filter(address -> !OWN.matcher(address).find())
                        .toList(),
                Files.readAllLines(complaints).stream()
                        .filter(line -> line.contains("CONSOLE"))
                        .toList());
    }
}
