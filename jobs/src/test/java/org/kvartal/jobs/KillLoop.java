package org.kvartal.jobs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Kills two nights, the first and the next, at every step and inside what the steps write; after each kill the same
 * command goes on. Prints a line for each kill, and ends with 1 unless both nights publish what undisturbed ones do and no
 * finished step is done again. Started by {@code bench/kill-loop.sh}.
 */
final class KillLoop {
    private static final String SECOND = "2024-07-01";

    /** Where a step is killed, in turn; one that never comes to the point dies in the step behind it. */
    private static final List<String> POINTS = List.of(
            "step-started:1",
            "lake-file-opened:1",
            "lake-file-written:2",
            "before-commit:1",
            "lake-file-moved:2",
            "after-commit:1",
            "step-done:1");

    private static final Map<String, String> OWN_POINTS = Map.of(
            "export-datasets", "dataset-copied:3",
            "render-report", "report-opened:1",
            "describe-datasets", "step-done:1",
            "record-run", "record-written:1");

    private static final List<String> PUBLISH = List.of(
            "publish/lake-file-opened:5",
            "publish/branch-moved:1",
            "publish/branch-moved:20",
            "publish/lake-file-deleted:3",
            "publish/lake-published:1",
            "publish/link-made:1",
            "publish/link-moved:1",
            "publish/link-moved:1",
            "publish/link-moved:2",
            "publish/step-done:1",
            "publish/run-state-written:1",
            "publish/run-state-written:2");

    private final int most;
    private int kills;
    private boolean right = true;

    private KillLoop(int most) {
        this.most = most;
    }

    public static void main(String[] args) throws Exception {
        KillLoop loop = new KillLoop(args.length > 0 ? Integer.parseInt(args[0]) : 60);
        Path folder = Files.createTempDirectory("kvartal-kills");
        TinyProject calm = TinyProject.in(folder.resolve("calm"));
        TinyProject killed = TinyProject.in(folder.resolve("killed"));
        List<String> steps = new KilledNight(calm).undisturbed().steps();
        loop.night(killed, calm, firstPlan(steps));
        calm.mendTheBrokenRow();
        killed.mendTheBrokenRow();
        new KilledNight(calm.on(SECOND)).undisturbed();
        loop.night(killed.on(SECOND), calm.on(SECOND), secondPlan());
        System.out.printf("%d kills, %s; %s%n", loop.kills, loop.right ? "all is equal" : "NOT EQUAL", folder);
        System.exit(loop.right ? 0 : 1);
    }

    /** Every step once, some twice, some again while they recover. */
    private static List<String> firstPlan(List<String> steps) {
        List<String> plan = new ArrayList<>(List.of("run-state-written:1", "repository-opened:1"));
        for (int i = 0; i < steps.size() - 1; i++) {
            String point = steps.get(i) + "/" + OWN_POINTS.getOrDefault(steps.get(i), POINTS.get(i % POINTS.size()));
            plan.add(point);
            if (i % 5 == 1) {
                plan.add(point);
            }
            if (i % 6 == 2) {
                plan.add("run-recovered:1");
            }
        }
        plan.addAll(PUBLISH);
        return plan;
    }

    /** How a night begins upon another one, and how it takes its place. */
    private static List<String> secondPlan() {
        List<String> plan = new ArrayList<>(List.of(
                "night-begun:1",
                "night-begun:5",
                "run-state-written:1",
                "extract/before-commit:1",
                "load-tables/lake-file-written:9",
                "run-recovered:1",
                "record-history/after-commit:1",
                "forecast-series/lake-file-moved:1",
                "build-marts/lake-file-written:5"));
        plan.addAll(PUBLISH);
        return plan;
    }

    private void night(TinyProject project, TinyProject calm, List<String> plan) {
        KilledNight night = new KilledNight(project);
        for (String point : plan) {
            if (kills == most) {
                break;
            }
            if (night.hasFinished(point.replaceAll("/.*", ""))) {
                continue;
            }
            long start = System.nanoTime();
            KilledNight.Attempt attempt = night.killedAt(point);
            print(point, attempt, start);
            if (!attempt.killed()) {
                right = false;
                System.out.println(attempt.err());
                return;
            }
            kills++;
        }
        long start = System.nanoTime();
        KilledNight.Attempt last = night.undisturbed();
        print("no fault", last, start);
        compare(project, calm, last);
    }

    private void print(String point, KilledNight.Attempt attempt, long start) {
        right = right && attempt.redone().isEmpty();
        System.out.printf(
                "%3d  %-40s exit %3d  %6.1f s  finished %2d  redone %s%n",
                kills + 1,
                point,
                attempt.exitCode(),
                (System.nanoTime() - start) / 1e9,
                attempt.steps().size(),
                attempt.redone());
    }

    private void compare(TinyProject project, TinyProject calm, KilledNight.Attempt last) {
        boolean ended = last.exitCode() <= 1;
        boolean rows = ended && project.publishedRows().equals(calm.publishedRows());
        boolean pages = ended && project.publishedPages().equals(calm.publishedPages());
        System.out.printf("     night ended %d; rows equal: %s; pages equal: %s%n", last.exitCode(), rows, pages);
        if (!ended) {
            System.out.println(last.err());
        } else if (!pages) {
            Stream.concat(project.publishedPages().keySet().stream(), calm.publishedPages().keySet().stream())
                    .distinct()
                    .filter(name -> !String.valueOf(project.publishedPages().get(name))
                            .equals(calm.publishedPages().get(name)))
                    .forEach(name -> System.out.println("     differs: " + name));
        }
        right = right && rows && pages;
    }
}
