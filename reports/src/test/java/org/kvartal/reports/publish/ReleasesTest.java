package org.kvartal.reports.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ReleasesTest {
    private static final LocalDate DAY = LocalDate.parse("2024-06-30");
    private static final int FILES = 20;
    private static final int SWAPS = 40;

    @TempDir
    Path output;

    @Test
    void showsAReaderOneWholeReleaseWhileOthersTakeItsPlace() throws InterruptedException {
        Releases releases = new Releases(output);
        prepare(releases, 0);
        releases.publish(run(0), DAY);
        AtomicBoolean over = new AtomicBoolean();
        CountDownLatch reading = new CountDownLatch(1);
        CompletableFuture<List<String>> seen = CompletableFuture.supplyAsync(() -> {
            List<String> mixed = new ArrayList<>();
            while (!over.get()) {
                mixed.addAll(mixed(releases));
                reading.countDown();
            }
            return mixed;
        });
        reading.await();

        for (int i = 1; i <= SWAPS; i++) {
            prepare(releases, i);
            releases.publish(run(i), DAY.plusDays(i % 3));
        }
        over.set(true);
        assertThat(seen.join()).isEmpty();
    }

    /** A reader follows the link once and then reads file after file: all of one release, and none missing. */
    private static List<String> mixed(Releases releases) {
        try {
            Path release = releases.latest().orElseThrow().toRealPath();
            String first = Files.readString(release.resolve("part-0"));
            List<String> others = new ArrayList<>();
            for (int i = 1; i < FILES; i++) {
                String text = Files.readString(release.resolve("part-" + i));
                if (!text.equals(first)) {
                    others.add(first + " beside " + text);
                }
            }
            return others;
        } catch (IOException e) {
            return List.of(e.toString());
        }
    }

    @Test
    void leavesTheReleaseThatAReaderHasOpenAsItIs() throws IOException {
        Releases releases = new Releases(output);
        prepare(releases, 1);
        releases.publish(run(1), DAY);
        Path open = releases.latest().orElseThrow().toRealPath();

        prepare(releases, 2);
        releases.publish(run(2), DAY);

        assertThat(open.resolve("part-0")).hasContent("1");
        assertThat(releases.latest().orElseThrow().resolve("part-0")).hasContent("2");
    }

    @Test
    void keepsTheNewestDateTheLatestWhenAnOlderOneIsPublishedAgain() {
        Releases releases = new Releases(output);
        prepare(releases, 1);
        releases.publish(run(1), DAY);
        prepare(releases, 2);
        releases.publish(run(2), DAY.minusDays(1));

        assertThat(releases.latest().orElseThrow().resolve("part-0")).hasContent("1");
        assertThat(releases.of(DAY.minusDays(1)).orElseThrow().resolve("part-0"))
                .hasContent("2");
    }

    @Test
    void namesEveryFileInItsManifestAndNoticesWhatIsDamagedLater() throws IOException {
        Releases releases = new Releases(output);
        prepare(releases, 7);
        releases.publish(run(7), DAY);
        Path release = releases.of(DAY).orElseThrow();
        ReleaseManifest manifest = ReleaseManifest.of(release);
        assertThat(Files.readString(release.resolve("manifest.json")))
                .contains("part-0", "part-19")
                .doesNotContain("manifest.json");
        assertThat(manifest.defects()).isEmpty();

        Files.delete(release.resolve("part-1"));
        Files.writeString(release.resolve("part-2"), "longer");
        Files.writeString(release.resolve("part-3"), "8");
        String missing = release.resolve("part-1") + " is missing";
        String longer = release.resolve("part-2") + " has 6 bytes instead of 1";
        assertThat(manifest.defectsOfSize()).containsExactlyInAnyOrder(missing, longer);
        assertThat(manifest.defects())
                .containsExactlyInAnyOrder(
                        missing, longer, release.resolve("part-3") + " has another content than was published");
    }

    @Test
    void givesAReleaseThatWasLinkedFromAnotherAManifestOfItsOwn() throws IOException {
        Releases releases = new Releases(output);
        prepare(releases, 1);
        releases.publish(run(1), DAY);
        Path old = releases.of(DAY).orElseThrow().toRealPath();
        String before = Files.readString(old.resolve("manifest.json"));

        String fresh = releases.again(old);
        Files.createDirectories(releases.prepared(fresh));
        Files.writeString(releases.prepared(fresh).resolve("part-0"), "again");
        releases.complete(fresh, old);
        releases.publish(fresh, DAY);

        assertThat(old.resolve("manifest.json")).hasContent(before);
        assertThat(ReleaseManifest.of(old).defects()).isEmpty();
        assertThat(ReleaseManifest.of(releases.of(DAY).orElseThrow()).defects()).isEmpty();
    }

    private static String run(int number) {
        return DAY + "." + number;
    }

    private static void prepare(Releases releases, int number) {
        Path folder = releases.prepared(run(number));
        try {
            Files.createDirectories(folder);
            for (int i = 0; i < FILES; i++) {
                Files.writeString(folder.resolve("part-" + i), Integer.toString(number));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
