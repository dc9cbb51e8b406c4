package org.kvartal.jobs.explore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.tool.JavaShellToolBuilder;
import org.jspecify.annotations.Nullable;

/**
 * JShell in this process, which has every class of Kvartal. Only this class names JShell, so that everything else runs
 * on a Java without it.
 */
final class Shell {
    private static final String IN_THIS_PROCESS = "local";

    private final String classPath;
    private final String prepared;

    /**
     * @param classPath of Kvartal
     * @param prepared what is declared before the first line
     */
    Shell(String classPath, String prepared) {
        this.classPath = classPath;
        this.prepared = prepared;
    }

    /** Talks with whoever sits at the terminal, until he leaves. */
    void talk() {
        talk(JavaShellToolBuilder.builder());
    }

    void talk(JavaShellToolBuilder tool) {
        Path startup = null;
        try {
            startup = Files.createTempFile("kvartal-explore", ".jsh");
            Files.writeString(startup, prepared);
            tool.locale(Locale.ROOT)
                    .start("--execution", IN_THIS_PROCESS, "--class-path", classPath, "--startup", startup.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the start of the shell: " + e.getMessage(), e);
        } catch (Exception e) {
            throw new IllegalStateException("Cannot start the shell: " + e.getMessage(), e);
        } finally {
            delete(startup);
        }
    }

    private static void delete(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Runs a file to its end.
     *
     * @throws ScriptFailed at the first snippet that is refused or fails
     */
    void run(Path script, String text) {
        try (JShell shell = shell()) {
            evaluate(shell, "the start of the shell", prepared);
            evaluate(shell, script.toString(), text);
        }
    }

    /** What could follow a beginning, as the tabulator offers it. */
    List<String> continuations(String beginning) {
        try (JShell shell = shell()) {
            evaluate(shell, "the start of the shell", prepared);
            return shell.sourceCodeAnalysis().completionSuggestions(beginning, beginning.length(), new int[1]).stream()
                    .map(SourceCodeAnalysis.Suggestion::continuation)
                    .toList();
        }
    }

    private JShell shell() {
        JShell shell = JShell.builder().executionEngine(IN_THIS_PROCESS).build();
        shell.addToClasspath(classPath);
        return shell;
    }

    private static void evaluate(JShell shell, String name, String text) {
        int line = 1;
        String rest = text;
        while (!rest.isBlank()) {
            CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            if (next.completeness() == Completeness.EMPTY) {
                return;
            }
            String source = next.source() == null ? rest : next.source();
            int first = line + leadingLines(source);
            for (SnippetEvent event : shell.eval(source)) {
                requireDone(shell, event, name + ":" + first + ": ");
            }
            line += (int) source.chars().filter(c -> c == '\n').count();
            rest = next.source() == null ? "" : next.remaining();
        }
    }

    private static int leadingLines(String source) {
        String leading =
                source.substring(0, source.length() - source.stripLeading().length());
        return (int) leading.chars().filter(c -> c == '\n').count();
    }

    private static void requireDone(JShell shell, SnippetEvent event, String place) {
        JShellException failure = event.exception();
        if (failure != null) {
            throw new ScriptFailed(place + failure.getMessage());
        }
        if (event.status() == Snippet.Status.REJECTED) {
            String reason = shell.diagnostics(event.snippet())
                    .findFirst()
                    .map(found -> found.getMessage(Locale.ROOT))
                    .orElse("it is no Java");
            throw new ScriptFailed(place + reason.lines().findFirst().orElse(reason));
        }
    }
}
