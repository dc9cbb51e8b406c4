package org.kvartal.ingest.lake;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kvartal.ingest.settings.ConfigSection;
import org.kvartal.ingest.settings.Secret;

/** Where the lake lies: the files of its tables, and what says which of them are a table's. */
public sealed interface LakeLocation {
    /** What Iceberg is told of it, secrets included. */
    Map<String, String> properties();

    /** A folder of this machine, or one that a cluster's machines share. The folder itself says what is in it. */
    record Folder(Path folder) implements LakeLocation {
        public Folder {
            folder = folder.toAbsolutePath().normalize();
        }

        @Override
        public Map<String, String> properties() {
            return Map.of("warehouse", folder.toString());
        }

        @Override
        public String toString() {
            return folder.toString();
        }
    }

    /**
     * An object store that speaks S3. It cannot move a name from one state to the next in one step, so that a database
     * says what is in it.
     *
     * @param warehouse as {@code s3://bucket/prefix}
     * @param catalog URL of the database, without user and password
     * @param settings of the connections, by Iceberg's names
     * @param secrets of the connections, by Iceberg's names
     */
    record ObjectStore(String warehouse, String catalog, Map<String, String> settings, Map<String, Secret> secrets)
            implements LakeLocation {
        public ObjectStore {
            settings = Map.copyOf(settings);
            secrets = Map.copyOf(secrets);
        }

        @Override
        public Map<String, String> properties() {
            Map<String, String> all = new TreeMap<>(settings);
            secrets.forEach((name, secret) -> all.put(name, secret.value()));
            all.put("warehouse", warehouse);
            all.put("uri", catalog);
            all.put("jdbc.schema-version", "V1");
            all.put("io-impl", "org.apache.iceberg.aws.s3.S3FileIO");
            // The smallest client that works: any other way asks for the libraries of services that are not used.
            all.put("s3.client-factory-impl", "org.apache.iceberg.aws.s3.DefaultS3FileIOAwsClientFactory");
            all.put("http-client.type", "urlconnection");
            return all;
        }

        @Override
        public String toString() {
            return warehouse;
        }
    }

    /** Section {@code output.lake}; without it the lake is a folder. */
    static LakeLocation read(ConfigSection output, Path fallback) {
        return output.has("lake") ? ObjectStoreSection.read(output.section("lake")) : new Folder(fallback);
    }

    /** How an object store is configured. */
    final class ObjectStoreSection {
        private static final Pattern WAREHOUSE = Pattern.compile("s3://[a-z0-9.-]+(/[A-Za-z0-9._-]+)*");
        private static final Pattern ENDPOINT = Pattern.compile("https?://[^/?#@]+/?");
        private static final Pattern CATALOG =
                Pattern.compile("jdbc:(postgresql://([^/?:,]+)(:\\d+)?/[A-Za-z0-9_-]+|h2:file:([^:;?\\p{Cntrl}]+))");
        private static final String CLIENT = "software/amazon/awssdk/services/s3/S3Client.class";
        private static final Pattern NEARBY = Pattern.compile("(localhost|127\\.[0-9.]+)");

        private ObjectStoreSection() {}

        static ObjectStore read(ConfigSection section) {
            String warehouse = section.text("warehouse");
            section.require(WAREHOUSE.matcher(warehouse).matches(), "warehouse", "must be s3://BUCKET/PREFIX");
            section.require(
                    ObjectStoreSection.class.getClassLoader().getResource(CLIENT) != null,
                    "warehouse",
                    "needs the S3 client, which is not on the class path: docs/cluster.md tells how it comes there");
            Map<String, String> settings = new TreeMap<>();
            Map<String, Secret> secrets = new TreeMap<>();
            settings.put("client.region", section.text("region", "us-east-1"));
            settings.put("s3.path-style-access", String.valueOf(section.flag("path-style", false)));
            section.optionalText("endpoint").ifPresent(endpoint -> {
                section.require(ENDPOINT.matcher(endpoint).matches(), "endpoint", "must be as https://HOST:PORT");
                settings.put("s3.endpoint", endpoint);
            });
            section.optionalSecret("access-key").ifPresent(key -> secrets.put("s3.access-key-id", key));
            section.optionalSecret("secret-key").ifPresent(key -> secrets.put("s3.secret-access-key", key));
            section.require(
                    section.has("access-key") == section.has("secret-key"), "access-key", "goes with secret-key");
            section.optionalText("user").ifPresent(user -> settings.put("jdbc.user", user));
            section.optionalSecret("password").ifPresent(password -> secrets.put("jdbc.password", password));
            return new ObjectStore(warehouse, catalog(section, settings), settings, secrets);
        }

        private static String catalog(ConfigSection section, Map<String, String> settings) {
            String url = section.privateText("catalog");
            Matcher form = CATALOG.matcher(url);
            if (!form.matches()) {
                section.require(false, "catalog", "must be jdbc:postgresql://HOST:PORT/DATABASE or jdbc:h2:file:PATH");
                return url;
            }
            if (form.group(4) != null) {
                // Iceberg asks for its tables by names in lower case. Without a delay of none, H2 tells of a commit
                // half a
                // second before it is on the disk.
                Path file = section.baseOf("catalog").resolve(form.group(4)).normalize();
                return "jdbc:h2:file:" + file + ";DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0";
            }
            if (!NEARBY.matcher(form.group(2)).matches()) {
                settings.put("jdbc.sslmode", "verify-full");
            }
            return url;
        }
    }
}
