package org.kvartal.ingest.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.kvartal.ingest.privacy.Pseudonyms;
import org.kvartal.ingest.settings.Secret;

/** Sums a lake's table on executors, the first of which to see a row dies of it. */
public final class ClusterProgram {
    static final TableSpec DEALS = TableSpec.of(
            "crm",
            "deals",
            "Deals.",
            List.of("deal_id"),
            Column.id("deal_id", "Identity."),
            Column.text("owner", "Who."),
            Column.money("amount", "Value."));

    static final TableSpec TOTALS = TableSpec.of(
            "mart",
            "totals",
            "What everybody sold.",
            List.of("owner"),
            Column.text("owner", "Who."),
            Column.integer("deals", "How many."),
            Column.money("amount", "Value."));

    static final Secret KEY = new Secret("open sesame");

    private ClusterProgram() {}

    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        SparkSettings settings = SparkSettings.NONE;
        try (Lake lake = Lake.open(folder.resolve("lake"));
                LakeSession session = LakeSession.open(lake, ZoneOffset.UTC, folder.resolve("scratch"), settings)) {
            String marker = folder.resolve("died").toString();
            UDF1<String, String> deadly = owner -> survived(marker, owner);
            Dataset<Row> owners = session.read(DEALS)
                    .repartition(4)
                    .withColumn(
                            "owner", functions.udf(deadly, DataTypes.StringType).apply(functions.col("owner")))
                    .withColumn("owner", Pseudonyms.keyed(KEY).ofText(functions.col("owner")));
            Dataset<Row> totals = owners.groupBy("owner")
                    .agg(
                            functions.count("*").as("deals"),
                            functions.sum("amount").as("amount"))
                    .withColumn("amount", functions.col("amount").cast("decimal(20,2)"));
            session.writeDistributed(TOTALS, totals.orderBy("owner"), Map.of());
            System.out.println(settings.resolvedEngine() + " " + settings.isDistributed());
        }
    }

    private static String survived(String marker, String owner) {
        try {
            Files.createFile(Path.of(marker));
        } catch (IOException e) {
            return owner;
        }
        Runtime.getRuntime().halt(137);
        return owner;
    }
}
