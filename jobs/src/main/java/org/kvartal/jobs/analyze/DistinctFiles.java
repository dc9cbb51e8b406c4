package org.kvartal.jobs.analyze;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Sees to it that no file is named by two options: what is written must not destroy what is read, nor another result. */
public final class DistinctFiles {
    private static final String OUT = "--out";

    private DistinctFiles() {}

    /** @throws ParameterException naming the two options, or an output that cannot be a file */
    public static void verify(ParseResult parsed) {
        if (parsed.hasSubcommand()) {
            verify(parsed.subcommand());
            return;
        }
        if (parsed.commandSpec().parent() == null
                || !parsed.commandSpec().parent().name().equals("analyze")) {
            return;
        }
        Map<Path, String> named = new LinkedHashMap<>();
        for (OptionSpec option : parsed.matchedOptions()) {
            if (option.getValue() instanceof Path path) {
                if (option.longestName().equals(OUT)) {
                    verifyOutput(parsed, path);
                }
                String other = named.putIfAbsent(real(path), option.longestName());
                if (other != null) {
                    throw new ParameterException(
                            parsed.commandSpec().commandLine(),
                            "Invalid %s: %s is the file of %s too; name another one"
                                    .formatted(option.longestName(), path, other));
                }
            }
        }
    }

    private static void verifyOutput(ParseResult parsed, Path path) {
        Path folder = path.toAbsolutePath().normalize().getParent();
        if (Files.isDirectory(path) || path.toString().isEmpty()) {
            throw new ParameterException(
                    parsed.commandSpec().commandLine(), "Invalid --out: '%s' is a folder; name a file".formatted(path));
        }
        if (folder != null && Files.exists(folder) && !Files.isWritable(folder)
                || folder != null && Files.isRegularFile(folder)) {
            throw new ParameterException(
                    parsed.commandSpec().commandLine(),
                    "Invalid --out: %s cannot be written; name a file in a folder of yours".formatted(path));
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }
}
