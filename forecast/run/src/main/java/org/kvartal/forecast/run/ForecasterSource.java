package org.kvartal.forecast.run;

import java.io.Serializable;
import org.kvartal.forecast.timeseries.Forecaster;

/** Makes a forecaster where it is used: unlike the forecaster it can be sent there. */
@FunctionalInterface
interface ForecasterSource extends Serializable {
    Forecaster create();
}
