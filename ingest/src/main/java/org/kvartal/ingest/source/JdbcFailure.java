package org.kvartal.ingest.source;

import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.Map;
import org.kvartal.ingest.source.SourcePlace.Database;
import org.kvartal.ingest.source.SourceUnreachable.Outlook;

/** What a driver's complaint means, in words that hold no secret. */
final class JdbcFailure {
    private static final String REFUSED = "the user or the password is refused";
    private static final String ABSENT = "there is no such database";
    /** By SQLSTATE; H2 has numbers of its own. */
    private static final Map<String, String> HOPELESS =
            Map.of("28000", REFUSED, "28P01", REFUSED, "90146", ABSENT, "3D000", ABSENT);

    private static final String IN_USE = "90020";
    private static final int UNKNOWN_DATABASE_OF_MARIADB = 1049;
    private static final String SYNTAX_OR_ACCESS = "42";
    private static final String DATA = "22";

    private JdbcFailure() {}

    /** Whether the query is at fault, so that trying later is of no use. */
    static boolean isOfQuery(SQLException failure) {
        return state(failure).startsWith(SYNTAX_OR_ACCESS) || isOfData(failure);
    }

    /** Whether a value is at fault. */
    static boolean isOfData(SQLException failure) {
        return state(failure).startsWith(DATA) || failure instanceof SQLDataException;
    }

    static Outlook outlook(SQLException failure) {
        return HOPELESS.containsKey(state(failure)) || failure.getErrorCode() == UNKNOWN_DATABASE_OF_MARIADB
                ? Outlook.HOPELESS
                : Outlook.HOPEFUL;
    }

    static String reason(SQLException failure, Database database) {
        if (failure.getErrorCode() == UNKNOWN_DATABASE_OF_MARIADB) {
            return ABSENT;
        }
        if (state(failure).equals(IN_USE)) {
            return "the database is in use by another program";
        }
        return HOPELESS.getOrDefault(state(failure), masked(String.valueOf(failure.getMessage()), database));
    }

    private static String state(SQLException failure) {
        return String.valueOf(failure.getSQLState());
    }

    private static String masked(String message, Database database) {
        String firstLine = message.lines().findFirst().orElse("");
        String password = database.password().value();
        String withoutPassword = password.isEmpty() ? firstLine : firstLine.replace(password, "***");
        return database.url().masked(withoutPassword);
    }
}
