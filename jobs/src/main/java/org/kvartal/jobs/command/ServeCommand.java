package org.kvartal.jobs.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.kvartal.jobs.ExitCode;
import org.kvartal.reports.portal.Limits;
import org.kvartal.reports.portal.Portal;
import org.kvartal.reports.publish.Releases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kvartal serve}: what is published, in the browser of this machine. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description =
                "Shows what is published in the browser: reports, tables and SQL on them. Read-only; no other machine"
                        + " reaches it.")
public final class ServeCommand implements Callable<Integer> {
    private static final int TOKEN_BYTES = 24;

    @Mixin
    private ProjectOptions project;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port on 127.0.0.1; 0 for any that is free (default: ${DEFAULT-VALUE}).",
            defaultValue = "8717")
    private int port;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Path output = project.output();
        Releases releases = new Releases(output);
        if (releases.dates().isEmpty()) {
            throw new InvalidUse("Cannot serve " + output + ": nothing is published there yet");
        }
        String token = token();
        try (Portal portal = open(releases, token)) {
            PrintWriter out = spec.commandLine().getOut();
            out.println("Open in a browser of this machine: http://127.0.0.1:" + portal.port() + "/?token=" + token);
            out.println("It shows " + output + " to nobody else; Ctrl-C ends it.");
            out.flush();
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.DONE.number();
    }

    private Portal open(Releases releases, String token) throws IOException {
        if (port < 0 || port > 65_535) {
            throw new InvalidUse("Invalid --port " + port + ": must be from 0 to 65535");
        }
        try {
            return Portal.open(releases, port, token, Limits.USUAL, ResultFormat.CSV::to);
        } catch (BindException e) {
            throw new InvalidUse("Cannot serve on port " + port + ": it is taken; choose another with --port");
        }
    }

    private static String token() {
        byte[] token = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(token);
        return HexFormat.of().formatHex(token);
    }
}
