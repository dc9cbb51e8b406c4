package org.kvartal.ingest.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.ColumnType;
import org.kvartal.ingest.lake.Sensitivity;
import org.kvartal.ingest.lake.TableSpec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.ingest.sql.GivenExpect.parameters;
import static org.kvartal.ingest.sql.GivenExpect.zone;

@ExtendWith(GivenExpect.class)
class SqlModelTest {
    private static final String WON_BY_OWNER = """
            -- Opportunities won, by owner.
            -- Deals closed after :as_of are not won yet.
            --
            -- grain:   owner_id
            -- inputs:  crm.opportunities
            -- columns:
            --   owner_id    [users] owner
            --   won_count   [opportunities] opportunities won
            --   won_amount  [project currency] sum of the amounts
            --               won
            --   last_won    day of the newest of them
            select owner_id,
                   count(*)                     as won_count,
                   sum(amount)                  as won_amount,
                   max(cast(closed_at as date)) as last_won
            from crm.opportunities
            where outcome = 'won' and closed_at < :as_of_end
            group by owner_id
            """;

    @Test
    void runsWithTheParametersThatItUses() {
        given("crm.opportunities", """
                opportunity_id  owner_id  outcome  amount  closed_at
                1               ann       won      10.50   2024-05-01 23:59
                2               ann       won      1.25    2024-04-01 00:00
                3               ann       won      9.00    2024-05-02 00:00
                4               ann       lost     7.00    2024-05-01 08:00
                5               -         won      -       2024-05-01 08:00
                """);
        expect(model(WON_BY_OWNER), "2024-05-01", """
                owner_id  won_count  won_amount  last_won
                ann       2          11.75       2024-05-01
                -         1          -           2024-05-01
                """);
    }

    @Test
    void countsDaysInTheZoneOfTheProject() {
        zone("Europe/Bratislava");
        given("crm.opportunities", """
                opportunity_id  owner_id  outcome  amount  closed_at
                1               ann       won      10.50   2024-05-01 00:30
                2               ann       won      1.25    2024-05-02 00:30
                """);
        expect(model(WON_BY_OWNER), "2024-05-01", """
                owner_id  won_count  won_amount  last_won
                ann       1          10.50       2024-05-01
                """);
    }

    @Test
    void worksOnEmptyTables() {
        expect(model(WON_BY_OWNER), "2024-05-01", "owner_id  won_count  won_amount  last_won");
    }

    @Test
    void declaresTheTableThatItMakes() {
        SqlModel model = model(WON_BY_OWNER);
        TableSpec spec = model.spec(
                model.run(TestSession.spark(), parameters("2024-05-01")).schema());
        assertThat(spec)
                .isEqualTo(TableSpec.of(
                        "mart",
                        "won_by_owner",
                        "Opportunities won, by owner. Deals closed after :as_of are not won yet.",
                        List.of("owner_id"),
                        Column.reference("owner_id", "users", "owner").ofPerson(),
                        Column.integer("won_count", "opportunities won").in("opportunities"),
                        Column.money("won_amount", "sum of the amounts won"),
                        Column.date("last_won", "day of the newest of them")));
        assertThat(spec.column("owner_id").sensitivity()).isEqualTo(Sensitivity.PERSON);
        assertThat(spec.column("won_amount").type()).isEqualTo(ColumnType.MONEY);
    }

    @Test
    void isNamedAfterItsFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("won_by_owner.sql"), WON_BY_OWNER);
        assertThat(SqlModel.ofFile("mart", file).qualifiedName()).isEqualTo("mart.won_by_owner");
    }

    @Test
    void findsRowsThatShareAGrain() {
        SqlModel model = model(WON_BY_OWNER.replace("group by owner_id", "group by owner_id, amount"));
        given("crm.opportunities", """
                opportunity_id  owner_id  outcome  amount  closed_at
                1               -         won      10.50   2024-05-01 00:30
                2               -         won      1.25    2024-05-01 00:30
                3               ann       won      1.25    2024-05-01 00:30
                """);
        assertThat(model.repeated(model.run(TestSession.spark(), parameters("2024-05-01")))
                        .collectAsList())
                .hasToString("[[null,2]]");
    }

    @Test
    void refusesAHeaderThatLacksAPart() {
        for (String part : List.of("grain", "inputs")) {
            assertInvalid(WON_BY_OWNER.replaceFirst("-- " + part + ":.*\n", ""), ":11: the header has no " + part);
        }
        assertInvalid(WON_BY_OWNER.replaceAll("-- .*\n", ""), ":2: the header has no description");
        assertInvalid(WON_BY_OWNER.replaceAll("--   .*\n", ""), ":7: the header has no columns");
    }

    @Test
    void refusesAColumnWithoutDescription() {
        assertInvalid(
                WON_BY_OWNER.replace("[opportunities] opportunities won", "[opportunities]"),
                ":8: column won_count has no description");
    }

    @Test
    void refusesAnIdThatDoesNotSayWhatItNames() {
        assertInvalid(
                WON_BY_OWNER.replace("[users] owner", "owner"),
                ":7: column owner_id must say which clean table it names, as [users]");
        assertInvalid(
                WON_BY_OWNER.replace("[users] owner", "[user] owner"),
                ":7: column owner_id must say which clean table it names, as [users]");
    }

    @Test
    void refusesAGrainThatIsNoColumn() {
        assertInvalid(
                WON_BY_OWNER.replace("grain:   owner_id", "grain:   owner_id, month"),
                ":4: the grain names month, which is no column");
    }

    @Test
    void tellsWhereTheRowsBehindARowStand() {
        assertThat(model(WON_BY_OWNER).drill()).isEmpty();
        Drill drill = model(drilled("crm.opportunities by seller = owner_id, month of closed_at = last_won"
                        + " where s.outcome = 'won'"))
                .drill()
                .orElseThrow();
        assertThat(drill.behind("select * from mart.won_by_owner where won_count > 1"))
                .isEqualTo("select s.* from crm.opportunities s where exists (select 1 from (select *"
                        + " from mart.won_by_owner where won_count > 1) m where s.seller is not distinct from m.owner_id"
                        + " and cast(date_trunc('month', s.closed_at) as date) is not distinct from m.last_won"
                        + " and (s.outcome = 'won'))");
    }

    @Test
    void refusesADrillThatLeadsNowhere() {
        assertInvalid(
                drilled("opportunities, by owner"),
                ":6: the drill must read <table> by <column>, … where <condition>, not 'opportunities, by owner'");
        assertInvalid(drilled("crm.opportunities by seller"), ":6: the drill names seller, which is no column");
    }

    private static String drilled(String drill) {
        return WON_BY_OWNER.replace("-- columns:", "-- drill:   " + drill + "\n-- columns:");
    }

    @Test
    void refusesInputsThatAreNotThoseThatTheSqlReads() {
        assertInvalid(
                WON_BY_OWNER.replace("inputs:  crm.opportunities", "inputs:  crm.opportunities, crm.users"),
                ": the header declares the inputs [crm.opportunities, crm.users], the SQL reads [crm.opportunities]");
    }

    @Test
    void refusesClocksAndChance() {
        assertInvalid(
                WON_BY_OWNER.replace("closed_at < :as_of_end", "closed_at < current_timestamp"),
                ":17: current_timestamp gives another result tomorrow; take a parameter, as :as_of");
        assertInvalid(
                WON_BY_OWNER.replace("closed_at < :as_of_end", "closed_at < now( )"),
                ":17: now gives another result tomorrow; take a parameter, as :as_of");
    }

    @Test
    void refusesAResultWithOtherColumns() {
        SqlModel model = model(WON_BY_OWNER.replace("as last_won", "as newest"));
        assertThatThrownBy(() -> model.run(TestSession.spark(), parameters("2024-05-01")))
                .hasMessage("Invalid SQL model won_by_owner.sql: the header declares the columns"
                        + " [owner_id, won_count, won_amount, last_won], the SQL selects"
                        + " [owner_id, won_count, won_amount, newest]");
    }

    @Test
    void refusesANumberWithoutUnit() {
        SqlModel model = model(WON_BY_OWNER.replace("[project currency] ", ""));
        assertThatThrownBy(() -> model.run(TestSession.spark(), parameters("2024-05-01")))
                .hasMessage("Invalid SQL model won_by_owner.sql: column won_amount is a number and has no [unit] in"
                        + " the header");
    }

    @Test
    void refusesATypeThatTheLakeDoesNotHave() {
        SqlModel model = model(WON_BY_OWNER.replace("count(*)    ", "array(count(*))"));
        assertThatThrownBy(() -> model.run(TestSession.spark(), parameters("2024-05-01")))
                .hasMessage("Invalid SQL model won_by_owner.sql: column won_count has the type array<bigint>, which the"
                        + " lake does not have");
    }

    @Test
    void refusesToRunWithoutAParameterThatItTakes() {
        SqlModel model = model(WON_BY_OWNER);
        assertThatThrownBy(() -> model.run(TestSession.spark(), Map.of("as_of", "2024-05-01")))
                .hasMessage("Cannot run won_by_owner.sql: it takes [as_of_end] and was given [as_of]");
    }

    @Test
    void refusesTextThatIsNotSql() {
        assertThatThrownBy(() -> model(WON_BY_OWNER.replace("select owner_id", "selekt owner_id")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Invalid SQL in won_by_owner.sql: ")
                .hasMessageContaining("'selekt'");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThatThrownBy(() -> SqlModel.ofResource("mart", getClass().getClassLoader(), "marts/none.sql"))
                .hasMessage("Cannot read marts/none.sql: no such resource on the class path");
    }

    private static void assertInvalid(String text, String problem) {
        assertThatThrownBy(() -> model(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid SQL model won_by_owner.sql" + problem);
    }

    private static SqlModel model(String text) {
        return new SqlModel("mart", "won_by_owner", new SqlQuery("won_by_owner.sql", text));
    }
}
