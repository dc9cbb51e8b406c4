package org.kvartal.ingest.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;

/**
 * A SQL text that knows where it stands, so that every complaint can say so.
 *
 * @param origin file or class-path resource the text was read from
 */
public record SqlQuery(String origin, String text) {

    public static SqlQuery ofFile(Path file) {
        try {
            return new SqlQuery(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** @param path of the resource from the root of the class path, without a leading slash */
    public static SqlQuery ofResource(ClassLoader loader, String path) {
        try (InputStream in = loader.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalArgumentException("Cannot read " + path + ": no such resource on the class path");
            }
            return new SqlQuery(path, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    /** The tables that the text reads, as it names them. */
    public SortedSet<String> relations() {
        return references().relations();
    }

    /** The named parameters that the text uses. */
    public SortedSet<String> parameters() {
        return references().parameters();
    }

    /**
     * The result of the text.
     *
     * @param parameters values by name; those that the text does not use are left out
     */
    public Dataset<Row> run(SparkSession spark, Map<String, Object> parameters) {
        Map<String, Object> used = new HashMap<>(parameters);
        SortedSet<String> wanted = parameters();
        used.keySet().retainAll(wanted);
        if (!used.keySet().containsAll(wanted)) {
            throw new IllegalArgumentException(
                    "Cannot run " + origin + ": it takes " + wanted + " and was given " + parameters.keySet());
        }
        return spark.sql(text, used);
    }

    private SqlReferences references() {
        return SqlReferences.of(plan());
    }

    /** The syntax tree, in which nothing is looked up yet. */
    LogicalPlan plan() {
        try {
            return parsed();
        } catch (ParseException e) {
            throw new IllegalArgumentException("Invalid SQL in " + origin + ": " + e.getMessage(), e);
        }
    }

    /** Scala does not declare what the parser throws; Java has to, to catch it. */
    private LogicalPlan parsed() throws ParseException {
        return new CatalystSqlParser().parsePlan(text);
    }
}
