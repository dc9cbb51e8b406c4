package org.kvartal.ingest.lake;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Spark standalone cluster on loopback: a master and two workers of one core each, in processes of their own, that ask
 * for a secret. Spark's libraries are those of the class path; Kvartal and Iceberg come to executors with an application.
 */
public final class LoopbackCluster implements AutoCloseable {
    private static final Pattern MASTER = Pattern.compile("spark://127\\.0\\.0\\.1:\\d+");
    private static final Pattern OWN = Pattern.compile("(kvartal|iceberg|fastutil|jspecify)-.*");
    private static final int WORKERS = 2;
    private static final int START_MINUTES = 3;

    private final Path home;
    private final Path properties;
    private final List<Path> own = new ArrayList<>();
    private final List<Process> processes = new ArrayList<>();
    private final String master;

    private LoopbackCluster(Path folder) throws IOException {
        home = Files.createDirectories(folder.resolve("spark-home"));
        properties = secrets(folder.resolve("spark.properties"));
        divideClassPath(Files.createDirectories(home.resolve("jars")), folder);
        String ready = "Starting Spark master at ";
        master = MASTER.matcher(daemon(ready, "master.Master", "--port", "0"))
                .results()
                .map(found -> found.group())
                .findFirst()
                .orElseThrow();
        for (int i = 0; i < WORKERS; i++) {
            Path work = Files.createDirectories(folder.resolve("work-" + i));
            String registered = "Successfully registered with master";
            String[] arguments = {"--cores", "1", "--memory", "1g", "--work-dir", work.toString(), master};
            daemon(registered, "worker.Worker", arguments);
        }
    }

    public static LoopbackCluster start(Path folder) {
        try {
            return new LoopbackCluster(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start a cluster: " + e.getMessage(), e);
        }
    }

    /** A secret on a command line would be everybody's. */
    private static Path secrets(Path file) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, """
                spark.authenticate true
                spark.authenticate.secret tiny-secret
                spark.network.crypto.enabled true
                """);
    }

    private void divideClassPath(Path jars, Path folder) throws IOException {
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                own.add(packed(path, folder.resolve("kvartal-" + own.size() + ".jar")));
            } else if (OWN.matcher(path.getFileName().toString()).matches()) {
                own.add(path);
            } else if (Files.isRegularFile(path)) {
                Path link = jars.resolve(path.getFileName());
                if (Files.notExists(link)) {
                    Files.createSymbolicLink(link, path.toAbsolutePath());
                }
            }
        }
    }

    private static Path packed(Path classes, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file);
                Stream<Path> found = Files.walk(classes)) {
            for (Path each : found.filter(Files::isRegularFile).toList()) {
                entries.putNextEntry(new JarEntry(classes.relativize(each).toString()));
                Files.copy(each, entries);
            }
        }
        return jar;
    }

    /** Starts a process, waits for a line that holds a text and returns the line. */
    private String daemon(String awaited, String main, String... arguments) throws IOException {
        List<String> command = java("-Xmx256m", home.resolve("jars") + "/*");
        command.add("org.apache.spark.deploy." + main);
        command.addAll(List.of("--host", "127.0.0.1", "--webui-port", "0", "--properties-file", properties.toString()));
        command.addAll(List.of(arguments));
        Process process = inEnvironment(command).redirectErrorStream(true).start();
        processes.add(process);
        CompletableFuture<String> line = new CompletableFuture<>();
        Thread reader = new Thread(() -> read(process, awaited, line), main);
        reader.setDaemon(true);
        reader.start();
        return line.orTimeout(START_MINUTES, TimeUnit.MINUTES).join();
    }

    private static void read(Process process, String awaited, CompletableFuture<String> found) {
        List<String> lines = new ArrayList<>();
        try (BufferedReader output = process.inputReader()) {
            String line = output.readLine();
            while (line != null) {
                if (!found.isDone()) {
                    lines.add(line);
                }
                if (line.contains(awaited)) {
                    found.complete(line);
                }
                line = output.readLine();
            }
        } catch (IOException e) {
            lines.add(e.getMessage());
        }
        found.completeExceptionally(new IllegalStateException("Cannot start a cluster: " + String.join("\n", lines)));
    }

    private static List<String> java(String memory, String classPath) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("--add-opens"))
                .forEach(command::add);
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", memory, "-cp", classPath));
        return command;
    }

    private ProcessBuilder inEnvironment(List<String> command) {
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment()
                .putAll(Map.of(
                        "SPARK_HOME", home.toString(),
                        "SPARK_SCALA_VERSION", "2.13",
                        "SPARK_LOCAL_IP", "127.0.0.1"));
        return process;
    }

    /** A program that spark-submit runs in a process of its own, on this cluster's executors. */
    public ProcessBuilder submit(Class<?> main, String... arguments) {
        String jars = own.stream().map(Path::toString).collect(Collectors.joining(","));
        List<String> command = java("-Xmx2g", home.resolve("jars") + "/*");
        command.add("org.apache.spark.deploy.SparkSubmit");
        command.addAll(List.of("--master", master, "--properties-file", properties.toString(), "--jars", jars));
        Map<String, String> settings = Map.of(
                "spark.driver.host", "127.0.0.1",
                "spark.driver.bindAddress", "127.0.0.1",
                "spark.executor.memory", "700m",
                "spark.sql.shuffle.partitions", "2");
        settings.forEach((name, value) -> command.addAll(List.of("--conf", name + "=" + value)));
        command.addAll(List.of("--class", main.getName(), own.get(0).toString()));
        command.addAll(List.of(arguments));
        return inEnvironment(command);
    }

    /** Kills an executor at once, as a machine that is lost would end it. */
    public void killAnExecutor() {
        processes.stream()
                .flatMap(worker -> worker.descendants())
                .filter(child -> child.info().commandLine().orElse("").contains("CoarseGrainedExecutorBackend"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Cannot kill an executor: there is none"))
                .destroyForcibly();
    }

    @Override
    public void close() {
        processes.stream().flatMap(worker -> worker.descendants()).forEach(ProcessHandle::destroyForcibly);
        processes.forEach(Process::destroyForcibly);
    }
}
