package org.kvartal.ingest.lake;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.hadoop.HadoopCatalog;
import org.apache.iceberg.jdbc.JdbcCatalog;

/** What is in a lake, by name: the folder itself where there is one, a database beside an object store. */
final class LakeCatalog implements AutoCloseable {
    /** The catalog's name, the same in plain Java and in Spark: a database may hold several. */
    static final String NAME = "lake";

    private static final String FILE_SYSTEM = "fs.defaultFS";
    private static final String LOCAL_FILES = "file:///";

    private final Catalog tables;
    private final SupportsNamespaces namespaces;
    private final AutoCloseable opened;

    private LakeCatalog(Catalog tables, SupportsNamespaces namespaces, AutoCloseable opened) {
        this.tables = tables;
        this.namespaces = namespaces;
        this.opened = opened;
    }

    static LakeCatalog open(LakeLocation location) {
        if (location instanceof LakeLocation.Folder) {
            Configuration hadoop = new Configuration();
            hadoop.set(FILE_SYSTEM, LOCAL_FILES);
            hadoop.set(PlainLocalFileSystem.SETTING, PlainLocalFileSystem.class.getName());
            hadoop.setBoolean(Lake.PAGE_SUMS, true);
            HadoopCatalog catalog = new HadoopCatalog();
            catalog.setConf(hadoop);
            catalog.initialize(NAME, location.properties());
            return new LakeCatalog(catalog, catalog, catalog);
        }
        JdbcCatalog catalog = new JdbcCatalog();
        catalog.initialize(NAME, location.properties());
        return new LakeCatalog(catalog, catalog, catalog);
    }

    /** The settings by which Spark opens the same catalog. */
    static Map<String, String> ofSpark(LakeLocation location) {
        String prefix = "spark.sql.catalog." + NAME;
        Map<String, String> settings = new TreeMap<>();
        location.properties().forEach((name, value) -> settings.put(prefix + "." + name, value));
        settings.put(prefix, "org.apache.iceberg.spark.SparkCatalog");
        settings.put(prefix + ".cache-enabled", "false");
        if (location instanceof LakeLocation.Folder) {
            settings.put(prefix + ".type", "hadoop");
            // A cluster's own file system is not where the lake is.
            settings.put(prefix + ".hadoop." + FILE_SYSTEM, LOCAL_FILES);
        } else {
            settings.put(prefix + ".catalog-impl", JdbcCatalog.class.getName());
        }
        settings.put("spark.sql.defaultCatalog", NAME);
        return settings;
    }

    Catalog tables() {
        return tables;
    }

    SupportsNamespaces namespaces() {
        return namespaces;
    }

    Stream<TableIdentifier> identifiers() {
        return namespaces.listNamespaces().stream().flatMap(namespace -> tables.listTables(namespace).stream());
    }

    @Override
    public void close() throws IOException {
        try {
            opened.close();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
