package org.kvartal.jobs;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SliceRule;
import java.io.ObjectInputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/** What docs/architecture.md says about modules and packages. */
@AnalyzeClasses(packages = "org.kvartal", importOptions = ArchitectureTest.ProgramOnly.class)
class ArchitectureTest {
    private static final String INGEST = "org.kvartal.ingest..";
    private static final String FORECAST = "org.kvartal.forecast..";
    private static final String REPORTS = "org.kvartal.reports..";
    private static final String JOBS = "org.kvartal.jobs..";

    private static final String SHARED_BY_INGEST = "org.kvartal.ingest.lake org.kvartal.ingest.model"
            + " org.kvartal.ingest.settings org.kvartal.ingest.sql org.kvartal.ingest.crm org.kvartal.ingest.identity"
            + " org.kvartal.ingest.quality org.kvartal.ingest.gate";
    private static final String SHARED_BY_FORECAST =
            "org.kvartal.forecast.tables org.kvartal.forecast.timeseries.. org.kvartal.forecast.pipeline.."
                    + " org.kvartal.forecast.effect.. org.kvartal.forecast.survival.. org.kvartal.forecast.survey.."
                    + " org.kvartal.forecast.worktime.. org.kvartal.forecast.price.. org.kvartal.forecast.customer.."
                    + " org.kvartal.forecast.match.. org.kvartal.forecast.training.. org.kvartal.forecast.anomaly..";

    /** Leaves out the tests of this module and the helpers that others lend it. */
    static final class ProgramOnly implements ImportOption {
        private static final ImportOption NO_TESTS = new DoNotIncludeTests();

        @Override
        public boolean includes(Location location) {
            return NO_TESTS.includes(location) && !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchRule INGEST_KNOWS_NO_OTHER_MODULE = noClasses()
            .that()
            .resideInAPackage(INGEST)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FORECAST, REPORTS, JOBS);

    @ArchTest
    static final ArchRule FORECAST_KNOWS_ONLY_INGEST = noClasses()
            .that()
            .resideInAPackage(FORECAST)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(REPORTS, JOBS);

    @ArchTest
    static final ArchRule REPORTS_DO_NOT_KNOW_JOBS = noClasses()
            .that()
            .resideInAPackage(REPORTS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(JOBS);

    @ArchTest
    static final ArchRule FORECAST_AND_REPORTS_SEE_OF_INGEST_ONLY_WHAT_IT_SHARES = noClasses()
            .that()
            .resideInAnyPackage(FORECAST, REPORTS)
            .should()
            .dependOnClassesThat(liveIn(INGEST, SHARED_BY_INGEST));

    @ArchTest
    static final ArchRule REPORTS_SEE_OF_FORECAST_ONLY_ITS_TABLES_AND_METHODS = noClasses()
            .that()
            .resideInAPackage(REPORTS)
            .should()
            .dependOnClassesThat(liveIn(FORECAST, SHARED_BY_FORECAST));

    /** Jobs open sources to look at them, and read releases to answer queries. */
    @ArchTest
    static final ArchRule JOBS_SEE_FACADES_AND_SETTINGS_OF_OTHER_MODULES = noClasses()
            .that()
            .resideInAPackage(JOBS)
            .should()
            .dependOnClassesThat(liveIn(INGEST, SHARED_BY_INGEST, "org.kvartal.ingest.source")
                    .or(liveIn(FORECAST, SHARED_BY_FORECAST))
                    .or(liveIn(
                            REPORTS,
                            "org.kvartal.reports.custom",
                            "org.kvartal.reports.data",
                            "org.kvartal.reports.dictionary",
                            "org.kvartal.reports.difference",
                            "org.kvartal.reports.explore",
                            "org.kvartal.reports.ledger",
                            "org.kvartal.reports.portal",
                            "org.kvartal.reports.publish",
                            "org.kvartal.reports.trace"))
                    .and(areNoFacadeAndNoSettings()));

    private static DescribedPredicate<JavaClass> liveIn(String module, String shared, String... alsoShared) {
        return resideInAPackage(module)
                .and(not(resideInAnyPackage(shared.split(" "))))
                .and(not(resideInAnyPackage(alsoShared)));
    }

    private static DescribedPredicate<JavaClass> areNoFacadeAndNoSettings() {
        List<String> facades = List.of(
                "org.kvartal.ingest.Ingest",
                "org.kvartal.forecast.run.Forecasts",
                "org.kvartal.reports.Reports",
                "org.kvartal.reports.ReportRendering");
        return describe(
                "are no facade and no settings",
                type -> !facades.contains(type.getName())
                        && !type.getSimpleName().endsWith("Settings"));
    }

    @ArchTest
    static final ArchRule INGEST_HAS_NO_CYCLES = noCyclesIn("org.kvartal.ingest");

    @ArchTest
    static final ArchRule FORECAST_HAS_NO_CYCLES = noCyclesIn("org.kvartal.forecast");

    @ArchTest
    static final ArchRule REPORTS_HAVE_NO_CYCLES = noCyclesIn("org.kvartal.reports");

    /** The job and the command line are tables of contents: they list what the packages hold. */
    @ArchTest
    static final ArchRule JOBS_HAVE_NO_CYCLES = noCyclesIn("org.kvartal.jobs")
            .ignoreDependency(type(NightlyJob.class), alwaysTrue())
            .ignoreDependency(type(Main.class), alwaysTrue());

    private static SliceRule noCyclesIn(String module) {
        return slices().assignedFrom(new PackagesOf(module)).should().beFreeOfCycles();
    }

    /** Every package of a module is a slice, the module's own too. */
    private record PackagesOf(String module) implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            boolean inside = (type.getPackageName() + ".").startsWith(module + ".");
            return inside ? SliceIdentifier.of(type.getPackageName()) : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages of " + module;
        }
    }

    @ArchTest
    static final ArchRule METHODS_ARE_PLAIN_JAVA = noClasses()
            .that()
            .resideInAPackage(FORECAST)
            .and()
            .resideOutsideOfPackages("org.kvartal.forecast.run..", "org.kvartal.forecast.tables")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.spark..", "scala..", "org.apache.iceberg..", "org.springframework..", INGEST);

    @ArchTest
    static final ArchRule SPARK_STAYS_WHERE_TABLES_ARE_MADE = noClasses()
            .that()
            .resideInAPackage("org.kvartal..")
            .and()
            .resideOutsideOfPackages(INGEST, "org.kvartal.forecast.run..", "org.kvartal.reports.mart")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "scala..");

    @ArchTest
    static final ArchRule SPRING_STAYS_IN_JOBS = noClasses()
            .that()
            .resideOutsideOfPackage(JOBS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..");

    /** Files are hostile, and its readers have a published hole (CVE-2026-47881). */
    @ArchTest
    static final ArchRule SPRING_BATCH_READS_NO_FILES = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.batch.infrastructure.item.file..");

    /** What is serialised by Java runs code when it is read: nothing of ours is read so. */
    @ArchTest
    static final ArchRule NOTHING_IS_DESERIALISED =
            noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class);

    @ArchTest
    static final ArchRule COMMONS_MATH_STAYS_IN_FORECAST = noClasses()
            .that()
            .resideOutsideOfPackage(FORECAST)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.commons.math3..");

    @ArchTest
    static final ArchRule TABLESAW_STAYS_IN_REPORTS = noClasses()
            .that()
            .resideOutsideOfPackage(REPORTS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("tech.tablesaw..");

    @ArchTest
    static final ArchRule ONLY_COMMANDS_READ_THE_CLOCK = noClasses()
            .that()
            .resideOutsideOfPackage("org.kvartal.jobs.command")
            .should()
            .accessTargetWhere(describe("the clock is read", ArchitectureTest::readsTheClock));

    private static boolean readsTheClock(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getName();
        return owner.startsWith("java.time.") && name.equals("now")
                || owner.equals(Clock.class.getName()) && (name.startsWith("system") || name.startsWith("tick"))
                || owner.equals("java.lang.System")
                        && List.of("currentTimeMillis", "nanoTime").contains(name)
                || List.of("java.util.Date", "java.util.Calendar", "java.util.GregorianCalendar")
                                .contains(owner)
                        && List.of("<init>", "getInstance").contains(name)
                        && access.getTarget().getFullName().endsWith("()");
    }

    @ArchTest
    static final ArchRule RANDOMNESS_HAS_A_SEED = noClasses()
            .should()
            .accessTargetWhere(describe(
                    "chance has no seed",
                    access -> List.of(
                                    "java.util.Random.<init>()",
                                    "java.lang.Math.random()",
                                    "java.util.SplittableRandom.<init>()",
                                    "java.util.concurrent.ThreadLocalRandom.current()")
                            .contains(access.getTarget().getFullName())));

    @ArchTest
    static final ArchRule ONLY_MAIN_TOUCHES_THE_STANDARD_STREAMS = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(Main.class.getName())
            .should()
            .accessTargetWhere(describe(
                    "a standard stream is used",
                    access -> List.of("java.lang.System.out", "java.lang.System.err", "java.lang.System.in")
                            .contains(access.getTarget().getFullName())));

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses classes) {
        List<String> unmarked = new ArrayList<>();
        classes.getPackage("org.kvartal")
                .traversePackageTree(type -> true, (JavaPackage visited) -> collectUnmarked(visited, unmarked));
        assertThat(unmarked).isEmpty();
    }

    private static void collectUnmarked(JavaPackage visited, List<String> unmarked) {
        boolean hasClasses = !visited.getClasses().isEmpty();
        if (hasClasses && !visited.isAnnotatedWith(NullMarked.class)) {
            unmarked.add(visited.getName());
        }
    }
}
