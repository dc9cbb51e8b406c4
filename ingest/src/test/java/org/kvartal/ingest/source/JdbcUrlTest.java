package org.kvartal.ingest.source;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JdbcUrlTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Path BASE = Path.of("/etc/kvartal");

    @Test
    void rebuildsTheUrlFromItsPartsAndNeverPrintsIt() {
        JdbcUrl url = JdbcUrl.parse("jdbc:h2:file:../crm/demo;SCHEMA=CRM", BASE);

        assertThat(url.forDriver()).isEqualTo("jdbc:h2:file:/etc/crm/demo");
        assertThat(url.properties(MINUTE))
                .isEqualTo(Map.of("SCHEMA", "CRM", "IFEXISTS", "TRUE", "ACCESS_MODE_DATA", "r"));
        assertThat(url).hasToString("jdbc:h2:***");
        assertThat(JdbcUrl.parse("jdbc:h2:mem:crm", BASE).forDriver()).isEqualTo("jdbc:h2:mem:crm");
    }

    @ParameterizedTest
    @CsvSource({
        "INIT=RUNSCRIPT FROM 'http://x/y.sql', INIT",
        "init=x, init",
        "TRACE_LEVEL_FILE=3, TRACE_LEVEL_FILE",
        "ACCESS_MODE_DATA=rw, ACCESS_MODE_DATA",
        "IFEXISTS=FALSE, IFEXISTS",
        "SCHEMA=CRM;INIT=x, INIT",
        "SCHEMA=CRM\\;INIT=x, SCHEMA",
        "PASSWORD=hunter2, PASSWORD",
    })
    void refusesPropertiesThatAreNotListed(String properties, String name) {
        assertThatThrownBy(() -> JdbcUrl.parse("jdbc:h2:mem:crm;" + properties, BASE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must not set " + name + " this way; it may set SCHEMA");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:tcp://host/db",
                "jdbc:h2:ssl://host/db",
                "jdbc:h2:zip:a.zip!/db",
                "jdbc:h2:file:zip:a.zip!/db",
                "jdbc:h2:file:nio:/db",
                "jdbc:h2:~/db",
                "jdbc:h2:mem:",
                "jdbc:h2:file:",
                "jdbc:h2:file:a?b",
            })
    void refusesOtherKindsOfH2(String url) {
        assertThatThrownBy(() -> JdbcUrl.parse(url, BASE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must be jdbc:h2:file:PATH or jdbc:h2:mem:NAME");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:sqlite::resource:http://x",
                "jdbc:derby:db;create=true",
                " jdbc:h2:mem:crm",
                "JDBC:H2:mem:crm",
                "https://crm",
                "",
            })
    void refusesOtherEngines(String url) {
        assertThatThrownBy(() -> JdbcUrl.parse(url, BASE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must be jdbc:h2:file:PATH or jdbc:h2:mem:NAME"
                        + " or jdbc:postgresql://HOST:PORT/DATABASE or jdbc:mariadb://HOST:PORT/DATABASE");
    }

    @Test
    void tellsThePostgresDriverItsTimeouts() {
        JdbcUrl url = JdbcUrl.parse("jdbc:postgresql://[::1]:5433/odoo?currentSchema=crm", BASE);

        assertThat(url.forDriver()).isEqualTo("jdbc:postgresql://[::1]:5433/odoo");
        assertThat(url.properties(MINUTE))
                .isEqualTo(Map.of(
                        "currentSchema", "crm",
                        "connectTimeout", "10",
                        "socketTimeout", "60",
                        "ApplicationName", "kvartal"));
        assertThat(url).hasToString("jdbc:postgresql:***");
    }

    @Test
    void readsMySqlWithTheDriverOfMariaDb() {
        JdbcUrl url = JdbcUrl.parse("jdbc:mysql://127.0.0.1/suitecrm", BASE);

        assertThat(url.forDriver()).isEqualTo("jdbc:mariadb://127.0.0.1/suitecrm");
        assertThat(url.properties(MINUTE))
                .containsEntry("allowLocalInfile", "false")
                .containsEntry("allowMultiQueries", "false")
                .containsEntry("socketTimeout", "60000")
                .doesNotContainKey("sslMode");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db/odoo,                        sslmode, verify-full",
        "jdbc:postgresql://localhost.evil.example/odoo,    sslmode, verify-full",
        "jdbc:postgresql://127.evil/odoo,                  sslmode, verify-full",
        "jdbc:postgresql://db/odoo?sslmode=disable,        sslmode, disable",
        "jdbc:mariadb://db.example:3307/suitecrm,          sslMode, verify-full",
        "jdbc:mariadb://db/suitecrm?sslMode=trust,         sslMode, trust",
    })
    void demandsAVerifiedServerOnOtherMachines(String url, String property, String value) {
        assertThat(JdbcUrl.parse(url, BASE).properties(MINUTE)).containsEntry(property, value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "socketFactory=x",
                "sslfactory=x",
                "sslfactoryarg=x",
                "sslhostnameverifier=x",
                "sslpasswordcallback=x",
                "authenticationPluginClassName=x",
                "loggerFile=x",
                "loggerLevel=x",
                "jaasLogin=x",
                "user=x",
                "password=x",
                "service=x",
                "options=x",
                "socketTimeout=0",
            })
    void refusesPropertiesThatRunCodeOrReadFiles(String property) {
        String name = property.substring(0, property.indexOf('='));
        assertThatThrownBy(() -> JdbcUrl.parse("jdbc:postgresql://db/odoo?" + property, BASE))
                .hasMessage("must not set " + name + " this way; it may set currentSchema, sslmode, sslrootcert");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "autoDeserialize=true",
                "queryInterceptors=x",
                "propertiesTransform=x",
                "allowLoadLocalInfile=true",
                "allowLocalInfile=true",
                "allowUrlInLocalInfile=true",
                "allowMultiQueries=true",
                "trustCertificateKeyStoreUrl=http://x",
                "sessionVariables=x",
            })
    void refusesPropertiesOfMySqlThatOpenTheDoor(String property) {
        String name = property.substring(0, property.indexOf('='));
        assertThatThrownBy(() -> JdbcUrl.parse("jdbc:mysql://db/suitecrm?" + property, BASE))
                .hasMessage("must not set " + name + " this way; it may set serverSslCert, sslMode");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql:odoo",
                "jdbc:postgresql://reader:hunter2@db/odoo",
                "jdbc:postgresql://db/",
                "jdbc:postgresql://a,b/odoo",
                "jdbc:postgresql://db/odoo%3Fsslfactory=x",
                "jdbc:postgresql://db/odoo;x=y",
                "jdbc:postgresql://db/jdbc:h2:mem:x",
            })
    void refusesOtherAddresses(String url) {
        assertThatThrownBy(() -> JdbcUrl.parse(url, BASE)).hasMessage("must be jdbc:postgresql://HOST:PORT/DATABASE");
    }
}
