import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;

/**
 * A PostgreSQL server with the binaries that the tests use, until its input ends. Prints its port.
 *
 * usage: java -cp TEST_CLASSES IngestServer
 */
class IngestServer {
    public static void main(String[] args) throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            System.out.println(server.getPort());
            System.in.readAllBytes();
        }
    }
}
