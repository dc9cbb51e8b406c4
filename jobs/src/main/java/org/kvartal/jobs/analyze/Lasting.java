package org.kvartal.jobs.analyze;

import java.util.List;
import org.kvartal.forecast.survival.Observation;

/**
 * A row of a file of things that last.
 *
 * @param group empty without groups
 * @param stratum empty without strata
 * @param cluster empty without clusters
 * @param covariates their cells, as they stand in the file
 */
record Lasting(Observation observation, String group, String stratum, String cluster, List<String> covariates) {
    Lasting {
        covariates = List.copyOf(covariates);
    }

    boolean isComplete() {
        return covariates.stream().noneMatch(cell -> cell.isEmpty() || cell.equalsIgnoreCase("na"));
    }
}
