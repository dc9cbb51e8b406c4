package org.kvartal.ingest.lake;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.ingest.settings.ConfigFile;
import org.kvartal.ingest.settings.InvalidSetting;
import org.kvartal.ingest.settings.Surroundings;
import org.kvartal.ingest.sql.TestSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.kvartal.ingest.lake.Column.id;
import static org.kvartal.ingest.lake.Column.money;

class ObjectStoreLakeTest {
    private static final TableSpec DEALS = TableSpec.of(
            "crm", "deals", "Deals.", List.of("deal_id"), id("deal_id", "Identity."), money("amount", "Value."));

    private static final TableSpec KEYED =
            TableSpec.of("crm", "keyed", "Numbers.", List.of("number"), Column.integer("number", "Number."));

    private static final Object[] FIRST = {"crm:1", new BigDecimal("10.50")};
    private static final Object[] SECOND = {"crm:2", null};

    @TempDir
    Path folder;

    /** Another session would spill into the folder of one test. */
    @BeforeAll
    static void open() {
        TestSession.spark();
    }

    @Test
    void holdsTheSameRowsForJavaAndForSparkAndForThoseWhoReadLocalFiles() throws IOException {
        try (ObjectServer server = ObjectServer.faultless();
                Lake lake = Lake.open(location(server), folder.resolve("scratch"))) {
            LakeSession session = LakeSession.open(lake, ZoneOffset.UTC, folder.resolve("scratch"));
            lake.replace(DEALS, Stream.of(FIRST, SECOND));
            session.writeDistributed(DEALS, session.read(DEALS), Map.of());

            assertThat(texts(lake)).containsExactlyInAnyOrder("crm:1 10.50", "crm:2 null");
            assertThat(session.read(DEALS).collectAsList().toString()).isEqualTo("[[crm:1,10.50], [crm:2,null]]");
            assertThat(lake.files(DEALS))
                    .hasSize(1)
                    .allSatisfy(file -> assertThat(file).isRegularFile().startsWith(folder.resolve("scratch")));
            assertThat(server.keys()).allMatch(key -> key.startsWith("/tiny/lake/crm/deals/"));
        }
    }

    @Test
    void showsANightToEverybodyOnlyOnceItIsPublishedAndKeepsItForTheNextProcess() throws IOException {
        try (ObjectServer server = ObjectServer.faultless()) {
            try (Lake lake = Lake.open(location(server), folder)) {
                lake.startNight();
                lake.replace(DEALS, Stream.of(FIRST, SECOND));
                assertThat(lake.wasPublished(DEALS, LocalDate.EPOCH)).isFalse();
                lake.publishNight(LocalDate.EPOCH);
            }
            try (Lake next = Lake.open(location(server), folder)) {
                next.startNight();
                assertThat(texts(next)).hasSize(2);
                assertThat(next.wasPublished(DEALS, LocalDate.EPOCH)).isTrue();
                assertThat(next.snapshots()).containsOnlyKeys("crm.deals");
            }
        }
    }

    @Test
    void triesAgainWhatIsRefusedAndStoresOnceWhatTheStoreHasAnsweredInVain() throws IOException {
        try (ObjectServer server = ObjectServer.withFaults(5, 3);
                Lake lake = Lake.open(location(server), folder)) {
            for (int i = 0; i < 4; i++) {
                lake.replace(DEALS, Stream.of(FIRST, SECOND));
            }
            try (LakeUpsert upsert = lake.upserting(KEYED, "number")) {
                upsert.add(new Object[] {7L});
                upsert.commit();
            }

            assertThat(server.refusedCount()).isPositive();
            assertThat(server.lostCount()).isPositive();
            assertThat(server.stored()).hasSizeGreaterThan(new HashSet<>(server.stored()).size());
            assertThat(texts(lake)).containsExactlyInAnyOrder("crm:1 10.50", "crm:2 null");
            assertThat(lake.rowCount(DEALS)).isEqualTo(2);
            assertThat(lake.rowCount(KEYED)).isEqualTo(1);
        }
    }

    @Test
    void isAFolderUnlessAnotherPlaceIsNamed() throws IOException {
        assertThat(LakeLocation.read(file("output: {}").root().section("output"), folder))
                .isEqualTo(new LakeLocation.Folder(folder));
    }

    @Test
    void neverPrintsItsSecretsAndVerifiesWhoAnswersFromADistance() throws IOException {
        LakeLocation location = read("output: { lake: { warehouse: \"s3://bucket/kvartal\", access-key: \"${KEY}\","
                + " secret-key: \"${SECRET}\", catalog: \"jdbc:postgresql://db.example/kvartal\", user: night,"
                + " password: \"${SECRET}\" } }");

        assertThat(location.toString()).isEqualTo("s3://bucket/kvartal");
        assertThat(location.properties())
                .containsEntry("s3.secret-access-key", "hunter2")
                .containsEntry("jdbc.password", "hunter2")
                .containsEntry("jdbc.sslmode", "verify-full");
    }

    @Test
    void refusesCatalogsAndAddressesThatSayMoreThanWhereSomethingIs() throws IOException {
        ConfigFile file = file("output: { lake: { warehouse: \"s3n://bucket\", endpoint: \"http://u:p@host\","
                + " access-key: \"${KEY}\", catalog: \"jdbc:h2:file:x;INIT=RUNSCRIPT\" } }");
        LakeLocation.read(file.root().section("output"), folder);

        assertThat(file.problems().all())
                .extracting(InvalidSetting::key, InvalidSetting::rule)
                .containsExactlyInAnyOrder(
                        tuple("output.lake.warehouse", "must be s3://BUCKET/PREFIX"),
                        tuple("output.lake.endpoint", "must be as https://HOST:PORT"),
                        tuple("output.lake.access-key", "goes with secret-key"),
                        tuple(
                                "output.lake.catalog",
                                "must be jdbc:postgresql://HOST:PORT/DATABASE or jdbc:h2:file:PATH"));
    }

    private static List<String> texts(Lake lake) {
        return lake.rows(DEALS).stream()
                .map((Record row) -> row.get(0) + " " + row.get(1))
                .toList();
    }

    /** Retries wait as long as a store needs; this one needs no time. */
    private LakeLocation location(ObjectServer server) throws IOException {
        LakeLocation.ObjectStore read = (LakeLocation.ObjectStore)
                read("output: { lake: { warehouse: \"s3://tiny/lake\", endpoint: \"%s\", path-style: true,"
                                .formatted(server.endpoint())
                        + " access-key: \"${KEY}\", secret-key: \"${SECRET}\", catalog: \"jdbc:h2:file:catalog\" } }");
        Map<String, String> settings = new HashMap<>(read.settings());
        settings.put("s3.retry.min-wait-ms", "1");
        settings.put("s3.retry.max-wait-ms", "10");
        return new LakeLocation.ObjectStore(read.warehouse(), read.catalog(), settings, read.secrets());
    }

    private LakeLocation read(String text) throws IOException {
        ConfigFile file = file(text);
        LakeLocation location = LakeLocation.read(file.root().section("output"), folder);
        assertThat(file.problems().all()).isEmpty();
        return location;
    }

    private ConfigFile file(String text) throws IOException {
        Path config = Files.writeString(folder.resolve("kvartal.yaml"), text + "\n");
        Map<String, String> environment = Map.of("KEY", ObjectServer.ACCESS_KEY, "SECRET", "hunter2");
        return ConfigFile.read(config, new Surroundings(environment, folder, Map.of()));
    }
}
