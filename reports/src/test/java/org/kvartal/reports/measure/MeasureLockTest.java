package org.kvartal.reports.measure;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Nobody changes what a number means without saying so to those who compare it with an older one. */
class MeasureLockTest {
    private static final Measure RATE =
            new Measure("rate", "won / all", "fraction", "sum(won) / sum(closed)", "closed");
    private static final Map<String, String> MARTS = Map.of(
            "mart.closed", "select won, closed from mart.deals", "mart.deals", "select * from crm.opportunities");

    /** Who changes a measure or its marts finds here what to do. */
    @Test
    void everyMeasureIsWhatItsVersionWasWhenItWasLocked() throws IOException {
        MeasureLock lock = MeasureLock.committed();
        assertThat(Measures.ALL.stream().map(lock::problem).flatMap(Optional::stream))
                .isEmpty();
    }

    @Test
    void everyVersionOfEveryMeasureStaysLocked() throws IOException {
        assertThat(MeasureLock.committed().versions())
                .containsExactlyInAnyOrderElementsOf(Measures.ALL.stream()
                        .flatMap(measure -> IntStream.rangeClosed(1, measure.version())
                                .mapToObj(version -> measure.name() + " " + version))
                        .toList());
    }

    @Test
    void refusesANewExpressionUnderAnOldVersionAndSaysWhatToDo() {
        MeasureLock lock = locked(MARTS);
        Measure changed = new Measure("rate", "won / all", "fraction", "sum(won) / sum(all)", "closed");

        assertThat(lock.problem(RATE)).isEmpty();
        assertThat(lock.problem(changed))
                .hasValue(
                        "Invalid measure rate 1: its expression, its unit or the SQL of mart.closed is not what it was. In"
                                + " Measures add .changed(\"<version of Kvartal>\", \"<what changed>\") to it, and to measures.lock"
                                + " the line: rate 2 " + lock.fingerprint(changed));
        assertThat(lock.problem(changed.changed("0.2.0", "open deals count")))
                .hasValue("Add to measures.lock the line: rate 2 " + lock.fingerprint(changed));
    }

    @Test
    void seesAChangeInAnyMartBelow() {
        Map<String, String> changed = new HashMap<>(MARTS);
        changed.put("mart.deals", "select * from crm.opportunities where not deleted");

        assertThat(new MeasureLock(lines(MARTS), changed).problem(RATE)).isPresent();
    }

    @Test
    void overlooksLayoutAndComments() {
        Map<String, String> changed = new HashMap<>(MARTS);
        changed.put("mart.deals", "-- The deals.\nselect *\n  from crm.opportunities -- all\n");
        assertThat(new MeasureLock(lines(MARTS), changed).problem(RATE)).isEmpty();

        assertThat(MeasureLock.normal("select  a ,\n b -- why\nfrom t where c = 'x  -- y'"))
                .isEqualTo("select a,b from t where c='x  -- y'");
    }

    private static MeasureLock locked(Map<String, String> marts) {
        return new MeasureLock(lines(marts), marts);
    }

    private static List<String> lines(Map<String, String> marts) {
        return List.of("# a comment", "rate 1 " + new MeasureLock(List.of(), marts).fingerprint(RATE));
    }
}
