package org.kvartal.jobs.analyze;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.kvartal.forecast.survival.AcceleratedFailure;
import org.kvartal.forecast.survival.Covaried;
import org.kvartal.forecast.survival.CoxRegression;
import org.kvartal.forecast.survival.Lifetime;
import org.kvartal.forecast.survival.Observation;
import org.kvartal.forecast.survival.Proportionality;
import org.kvartal.forecast.survival.SurvivalFit;
import org.kvartal.ingest.source.InvalidInput;

/** The regressions of a file of things that last, on columns of it. */
final class SurvivalRegressions {
    private static final int ENDS_BY_COVARIATE = 10;
    private static final int FEWEST_CLUSTERS = 20;

    private final List<Lasting> complete;
    private final long incomplete;
    private final List<ControlColumn> columns;

    SurvivalRegressions(List<Lasting> subjects, List<String> covariates) {
        complete = subjects.stream().filter(Lasting::isComplete).toList();
        incomplete = subjects.size() - complete.size();
        columns = IntStream.range(0, covariates.size())
                .mapToObj(k -> ControlColumn.of(
                        covariates.get(k),
                        complete.stream().map(one -> one.covariates().get(k)).toList()))
                .toList();
    }

    /** @param end the end that is looked at, others being censored; empty: any */
    void addTo(SurvivalRows rows, String end) {
        List<String> names =
                columns.stream().flatMap(column -> column.names().stream()).toList();
        List<Covaried> subjects = complete.stream()
                .map(one -> new Covaried(only(one.observation(), end), values(one)))
                .toList();
        long ended =
                subjects.stream().filter(one -> !one.observation().isCensored()).count();
        String note = note(ended, names.size());
        if (names.isEmpty()) {
            throw new InvalidInput("Cannot regress: no covariate has two values that are frequent enough (20 rows)");
        }
        rows.regression("cox", end, cox(names, subjects), subjects.size(), SurvivalRows.joined(note, noteOnClusters()));
        rows.proportionality(end, Proportionality.of(names, subjects), subjects.size(), ended);
        for (Lifetime lifetime : Lifetime.values()) {
            String method = lifetime.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-aft";
            rows.regression(method, end, new AcceleratedFailure(lifetime).fit(names, subjects), subjects.size(), note);
        }
    }

    private SurvivalFit cox(List<String> names, List<Covaried> subjects) {
        return hasClusters()
                ? CoxRegression.fit(
                        names, subjects, complete.stream().map(Lasting::cluster).toList())
                : CoxRegression.fit(names, subjects);
    }

    private boolean hasClusters() {
        return complete.stream().anyMatch(one -> !one.cluster().isEmpty());
    }

    private String noteOnClusters() {
        long clusters = complete.stream().map(Lasting::cluster).distinct().count();
        if (!hasClusters()) {
            return "";
        }
        return "errors by %d clusters%s"
                .formatted(
                        clusters,
                        clusters < FEWEST_CLUSTERS ? ", too small with fewer than %d".formatted(FEWEST_CLUSTERS) : "");
    }

    private List<Double> values(Lasting one) {
        return IntStream.range(0, columns.size())
                .boxed()
                .flatMap(k -> columns.get(k).values(one.covariates().get(k)).boxed())
                .toList();
    }

    private static Observation only(Observation seen, String end) {
        boolean isOther = !end.isEmpty() && !seen.end().equals(end);
        return isOther ? new Observation(seen.entry(), seen.exit(), "", seen.count()) : seen;
    }

    private String note(long ended, int covariates) {
        List<String> remarks = new ArrayList<>();
        if (incomplete > 0) {
            remarks.add("%d rows lack a covariate and are left out".formatted(incomplete));
        }
        if (ended < (long) ENDS_BY_COVARIATE * covariates) {
            remarks.add("%d ends for %d covariates; %d would be safe"
                    .formatted(ended, covariates, ENDS_BY_COVARIATE * covariates));
        }
        return String.join("; ", remarks);
    }
}
