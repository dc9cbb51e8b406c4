package org.kvartal.jobs.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.jobs.demo.PlantedTruth.PlantedDefect;
import org.kvartal.jobs.demo.PlantedTruth.StuckDeal;
import org.kvartal.jobs.demo.PlantedTruth.Trained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What is planted can be read off the rows by simple statistics; bounds are three standard errors or so. */
class PlantedTruthTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final String CLOSED_SALES =
            " from OPPORTUNITY O join SALES_STAGE S on S.ID = O.STAGE_ID where S.IS_CLOSED = 'Y' and not O.DELETED";

    @TempDir
    private static Path folder;

    private static DemoCrm crm;
    private static PlantedTruth truth;
    private static DemoDatabase database;

    @BeforeAll
    static void simulate() throws SQLException {
        crm = DemoCrm.simulate(11, Size.S, DAY);
        database = DemoDatabase.write(crm, folder.resolve("crm"), DAY);
        truth = crm.truth(DAY);
    }

    @Test
    void agentsHandleRequestsFasterSomeWeeksAfterTheirTraining() throws SQLException {
        double effect = ResidualHours.read(database)
                .afterTraining(truth.handlingTraining().trained(), 30, 150);
        TrainingEffect planted = new TrainingEffect(
                truth.handlingTraining().peakChange(),
                truth.handlingTraining().rampDays(),
                truth.handlingTraining().halfLifeDays());
        double expected = LongStream.rangeClosed(30, 150)
                .mapToDouble(planted::logFactor)
                .average()
                .orElseThrow();
        assertThat(expected).isCloseTo(-0.443, within(0.01));
        assertThat(effect).isCloseTo(expected, within(0.1)).isNegative();
    }

    @Test
    void mostAgentsAreTrainedAtDifferentTimesAndSomeNever() {
        List<LocalDate> days = truth.handlingTraining().trained().stream()
                .map(Trained::day)
                .distinct()
                .toList();
        assertThat(days).hasSize(6);
        assertThat(truth.handlingTraining().untrainedAgents()).hasSizeGreaterThanOrEqualTo(6);
    }

    /** The gaps of a laboratory are around its usual one; a third of the kit's buyers have stopped or so. */
    @Test
    void laboratoriesOrderReagentsAtTheirUsualGaps() throws SQLException {
        PlantedTruth.Replenishment planted = truth.replenishment();
        assertThat(planted.regulars()).hasSize(90);
        Map<Integer, Double> usual = new HashMap<>();
        planted.regulars().forEach(regular -> usual.put(regular.accountId(), regular.usualDays()));
        List<List<Object>> gaps = database.query("select ACCOUNT_ID, avg(cast(GAP as double)) from (select ACCOUNT_ID,"
                + " datediff(day, lag(ORDERED_AT) over (partition by ACCOUNT_ID order by ORDERED_AT), ORDERED_AT) as GAP"
                + " from SALES_ORDER where OPPORTUNITY_ID is null) where GAP is not null group by ACCOUNT_ID");
        assertThat(gaps).hasSizeBetween(80, 90);
        assertThat(gaps.stream()
                        .mapToDouble(
                                row -> Math.log(((Number) row.get(1)).doubleValue() / usual.get((Integer) row.get(0))))
                        .average()
                        .orElseThrow())
                .isCloseTo(0, within(0.1));
        assertThat(planted.regulars().stream().filter(PlantedTruth.Regular::hasStopped))
                .hasSizeBetween(15, 55);
    }

    /** Of those that began to wait, or were resolved, a month and more before the day. */
    @Test
    void someRequestsAreClosedWithoutAnAnswerAndSomeOpenedAgain() throws SQLException {
        String before = " and A.CREATED_AT < timestamp '2026-05-31 00:00:00'";
        double waited = database.number("select count(distinct A.REQUEST_ID) from SERVICE_REQUEST_AUDIT A"
                + " where A.NEW_VALUE = 'WAIT'" + before);
        double closed =
                database.number("select count(*) from SERVICE_REQUEST_AUDIT A where A.NEW_VALUE = 'AUTO'" + before);
        double done = database.number("select count(distinct A.REQUEST_ID) from SERVICE_REQUEST_AUDIT A"
                + " where A.NEW_VALUE = 'DONE'" + before);
        double again =
                database.number("select count(*) from SERVICE_REQUEST_AUDIT A where A.OLD_VALUE = 'DONE'" + before);
        assertThat(closed / waited).isCloseTo(truth.requestFates().autoClosedShareOfWaiting(), within(0.025));
        assertThat(again / done).isCloseTo(truth.requestFates().reopenedShare(), within(0.01));
    }

    @Test
    void onePublisherForeseesTheBookingsOfTheNextMonthAndTheOtherDoesNot() throws SQLException {
        assertThat(foresight(truth.research().informed())).isGreaterThan(0.9);
        assertThat(Math.abs(foresight(truth.research().uninformed()))).isLessThan(0.5);
    }

    /** Correlation of what was published last before a month with what was then won in it. */
    private static double foresight(String publisher) throws SQLException {
        List<List<Object>> rows = database.query("select corr(F.INDEX_VALUE, W.AMOUNT) from MARKET_FORECAST F join"
                + " (select cast(date_trunc(month, O.CLOSED_AT) as date) as CLOSED_MONTH, sum(O.AMOUNT_BASE) as AMOUNT"
                + CLOSED_SALES
                + " and S.IS_WON = 'Y' group by CLOSED_MONTH) W on W.CLOSED_MONTH = F.MONTH_START"
                + " where F.PUBLISHED_ON > dateadd(day, -13, F.MONTH_START) and F.PUBLISHER = '" + publisher + "'");
        return ((Number) rows.get(0).get(0)).doubleValue();
    }

    @Test
    void aDearerOfferWinsLessOftenThoughDiscountsForWeakSalesHideHalfOfIt() throws SQLException {
        List<List<Object>> contests = database.query("select ln(O.AMOUNT_BASE / C.OFFERED_BASE), S.IS_WON"
                + " from OPPORTUNITY O join SALES_STAGE S on S.ID = O.STAGE_ID"
                + " join OPPORTUNITY_COMPETITOR C on C.OPPORTUNITY_ID = O.ID"
                + " where S.IS_CLOSED = 'Y' and C.OFFERED_BASE is not null and O.AMOUNT_BASE > 0");
        assertThat(contests).hasSizeGreaterThan(2_000);
        assertThat(LogitSlope.of(contests) / truth.priceGap().logitSlope()).isBetween(0.2, 0.75);
        assertThat(truth.priceGap().meanEffect()).isBetween(-0.0075, -0.005);
    }

    @Test
    void aQuarterOfWhatIsClosedIsWon() throws SQLException {
        assertThat(database.number("select avg(case when S.IS_WON = 'Y' then 1.0 else 0 end)" + CLOSED_SALES))
                .isBetween(0.2, 0.3);
    }

    @Test
    void winsAreCrowdedAtTheEndOfAQuarterAndLossesAreNot() throws SQLException {
        assertThat(shareInLastWorkingDays("WON")).isBetween(0.15, 0.27);
        assertThat(shareInLastWorkingDays("LOST")).isLessThan(0.1);
    }

    private static double shareInLastWorkingDays(String stage) throws SQLException {
        List<List<Object>> days = database.query(
                "select cast(O.CLOSED_AT as date)" + CLOSED_SALES + " and S.STAGE_KEY = '" + stage + "'");
        long rushed = days.stream()
                .map(row -> day(row.get(0)))
                .filter(QuarterEnd::inRush)
                .count();
        return rushed / (double) days.size();
    }

    @Test
    void salesAtRestForLongAreTheStuckOnes() throws SQLException {
        Set<Integer> planted = new TreeSet<>();
        truth.stuckDeals().stream()
                .filter(deal -> deal.since().isBefore(DAY.minusDays(115)))
                .map(StuckDeal::opportunityId)
                .forEach(planted::add);
        assertThat(planted).hasSizeGreaterThan(20);
        assertThat(
                        database.ids(
                                "select O.ID from OPPORTUNITY O join SALES_STAGE S on S.ID = O.STAGE_ID"
                                        + " where S.IS_CLOSED = 'N' and not O.DELETED and cast(O.STAGE_SINCE as date) < date '2026-03-07'"))
                .isEqualTo(planted);
    }

    @Test
    void useRisesAfterTheCourseAndDropsForThoseNamed() throws SQLException {
        List<List<Object>> log = database.query("select EMPLOYEE_ID, LOG_DAY, USES from USAGE_LOG");
        Set<Integer> dropping = Set.copyOf(truth.adoptionDrop().droppingEmployees());
        assertThat(dropping).isNotEmpty();
        double before = 0;
        double busy = 0;
        double after = 0;
        for (Trained trained : truth.adoptionDrop().trained()) {
            if (dropping.contains(trained.employeeId())) {
                LocalDate calm = trained.day().plusDays(truth.adoptionDrop().busyDays());
                before += usesADay(log, trained, trained.day().minusDays(60), trained.day());
                busy += usesADay(log, trained, trained.day().plusDays(1), calm);
                after += usesADay(log, trained, calm.plusDays(1), DAY);
            }
        }
        assertThat(busy / before).isCloseTo(truth.adoptionDrop().busyFactor(), within(0.25));
        assertThat(after / before).isCloseTo(truth.adoptionDrop().droppedFactor(), within(0.15));
    }

    private static double usesADay(List<List<Object>> log, Trained person, LocalDate from, LocalDate to) {
        int uses = log.stream()
                .filter(row -> row.get(0).equals(person.employeeId()))
                .filter(row ->
                        !day(row.get(1)).isBefore(from) && !day(row.get(1)).isAfter(to))
                .mapToInt(row -> (Integer) row.get(2))
                .sum();
        return uses
                / (double) from.datesUntil(to.plusDays(1))
                        .filter(WorkCalendar::works)
                        .count();
    }

    private static LocalDate day(Object date) {
        return ((Date) date).toLocalDate();
    }

    @Test
    void theDatabaseHasThePlantedDefectsAndNoOthers() throws SQLException {
        Map<String, Set<Integer>> planted = new HashMap<>();
        for (PlantedDefect defect : truth.defects()) {
            planted.computeIfAbsent(defect.table() + " " + defect.kind(), key -> new TreeSet<>())
                    .add(defect.id());
        }
        Map<String, Set<Integer>> found = new HashMap<>();
        for (Map.Entry<String, String> search : SEARCHES.entrySet()) {
            found.put(search.getKey(), database.ids(search.getValue()));
        }
        assertThat(found).isEqualTo(planted);
        assertThat(truth.defects()).hasSize(42);
    }

    private static final Map<String, String> SEARCHES = Map.ofEntries(
            Map.entry("OPPORTUNITY missing-owner", "select ID from OPPORTUNITY where OWNER_ID is null"),
            Map.entry("OPPORTUNITY negative-amount", "select ID from OPPORTUNITY where AMOUNT_BASE < 0"),
            Map.entry("OPPORTUNITY closed-before-created", "select ID from OPPORTUNITY where CLOSED_AT < CREATED_AT"),
            Map.entry(
                    "OPPORTUNITY future-date",
                    "select ID from OPPORTUNITY where CLOSED_AT > timestamp '2026-06-30 22:00:00'"),
            Map.entry(
                    "OPPORTUNITY orphan-reference",
                    "select ID from OPPORTUNITY where ACCOUNT_ID not in (select ID from ACCOUNT)"),
            Map.entry(
                    "OPPORTUNITY malformed-currency",
                    "select ID from OPPORTUNITY where CURRENCY_CODE not in (select ISO_CODE from CURRENCY)"),
            Map.entry(
                    "SERVICE_REQUEST resolved-before-opened",
                    "select ID from SERVICE_REQUEST where RESOLVED_AT < OPENED_AT"),
            Map.entry(
                    "SERVICE_REQUEST future-date",
                    "select ID from SERVICE_REQUEST where RESOLVED_AT > timestamp '2026-06-30 22:00:00'"),
            Map.entry(
                    "SERVICE_REQUEST unknown-code",
                    "select ID from SERVICE_REQUEST where CATEGORY_KEY not in"
                            + " (select VALUE_KEY from PICKLIST_VALUE where LIST_KEY = 'CATEGORY')"),
            Map.entry(
                    "COMPETITOR_PRICE duplicate-row",
                    "select max(ID) from COMPETITOR_PRICE group by COMPETITOR_PRODUCT_ID, OBSERVED_ON having count(*) > 1"),
            Map.entry(
                    "SALES_QUOTA conflicting-row",
                    "select B.ID from SALES_QUOTA A join SALES_QUOTA B"
                            + " on B.EMPLOYEE_ID = A.EMPLOYEE_ID and B.MONTH_START = A.MONTH_START and B.ID > A.ID"),
            Map.entry(
                    "TRAINING_ENROLMENT unknown-code",
                    "select ID from TRAINING_ENROLMENT where STATUS_KEY not in ('ENR', 'ATT', 'MIS')"),
            Map.entry("ACCOUNT missing-name", "select ID from ACCOUNT where NAME is null"));

    @Test
    void aDefectIsListedOnlyOnceItShows() {
        assertThat(crm.truth(DAY.minusDays(1)).defects()).isEqualTo(truth.defects());
        assertThat(crm.truth(DAY.minusYears(3).plusDays(1)).defects())
                .extracting(PlantedDefect::kind)
                .contains("missing-name")
                .doesNotContain("closed-before-created", "resolved-before-opened");
    }

    @Test
    void theTruthIsWrittenAsJson() throws IOException {
        Path file = folder.resolve("truth.json");
        truth.writeTo(file);
        JsonNode json = new ObjectMapper().readTree(file.toFile());
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly(
                        "seed",
                        "size",
                        "day",
                        "handling_training",
                        "request_fates",
                        "selling_training",
                        "adoption_drop",
                        "price_gap",
                        "quarter_end",
                        "research",
                        "replenishment",
                        "stuck_deals",
                        "defects");
        assertThat(json.at("/day").asText()).isEqualTo("2026-06-30");
        assertThat(json.at("/price_gap/logit_slope").asDouble()).isEqualTo(-3);
        assertThat(json.at("/stuck_deals")).hasSize(truth.stuckDeals().size());
        assertThat(json.at("/defects/0/kind").asText()).isEqualTo("missing-owner");
    }
}
