package org.kvartal.jobs.analyze;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.HistoricMean;
import org.kvartal.forecast.timeseries.Naive;
import org.kvartal.forecast.timeseries.RandomWalkWithDrift;
import org.kvartal.forecast.timeseries.SeasonalBaseline;
import org.kvartal.forecast.timeseries.SeasonalNaive;
import org.kvartal.forecast.timeseries.accuracy.Naive2;
import org.kvartal.forecast.timeseries.arima.Arima;
import org.kvartal.forecast.timeseries.arima.Autoregression;
import org.kvartal.forecast.timeseries.ces.Ces;
import org.kvartal.forecast.timeseries.combination.Auto;
import org.kvartal.forecast.timeseries.ets.Ets;
import org.kvartal.forecast.timeseries.ets.EtsForm;
import org.kvartal.forecast.timeseries.intermittent.Adida;
import org.kvartal.forecast.timeseries.intermittent.Croston;
import org.kvartal.forecast.timeseries.intermittent.Imapa;
import org.kvartal.forecast.timeseries.intermittent.IntermittentCombination;
import org.kvartal.forecast.timeseries.intermittent.SyntetosBoylan;
import org.kvartal.forecast.timeseries.intermittent.TeunterSyntetosBabai;
import org.kvartal.forecast.timeseries.theta.Theta;
import org.kvartal.jobs.command.InvalidUse;

/** The methods that may be named on the command line. */
final class ForecastModels {
    private static final String SMOOTHING_FORM = "ets:";
    private static final Map<String, Supplier<Forecaster>> KNOWN = known();

    private ForecastModels() {}

    private static Map<String, Supplier<Forecaster>> known() {
        Map<String, Supplier<Forecaster>> known = new LinkedHashMap<>();
        known.put("auto", Auto::new);
        known.put("ets", Ets::automatic);
        known.put("arima", Arima::automatic);
        known.put("ces", Ces::automatic);
        for (Theta.Variant variant : Theta.Variant.values()) {
            known.put(Theta.of(variant).name(), () -> Theta.of(variant));
        }
        known.put("autoregression", Autoregression::new);
        known.put("intermittent", IntermittentCombination::new);
        known.put("croston", Croston::new);
        known.put("sba", SyntetosBoylan::new);
        known.put("tsb", TeunterSyntetosBabai::new);
        known.put("adida", Adida::new);
        known.put("imapa", Imapa::new);
        known.put("seasonal-baseline", SeasonalBaseline::new);
        known.put("seasonal-naive", SeasonalNaive::new);
        known.put("naive", Naive::new);
        known.put("naive2", Naive2::new);
        known.put("drift", RandomWalkWithDrift::new);
        known.put("mean", HistoricMean::new);
        return known;
    }

    /** The methods of these names, in their order, each once. */
    static List<Forecaster> named(List<String> names) {
        List<Forecaster> models = new ArrayList<>();
        for (String name : new LinkedHashSet<>(names)) {
            models.add(name.startsWith(SMOOTHING_FORM) ? smoothing(name) : known(name));
        }
        return models;
    }

    private static Forecaster known(String name) {
        Supplier<Forecaster> model = KNOWN.get(name);
        if (model == null) {
            throw new InvalidUse("Invalid --model %s: there is none of that name; there are %s, and ets:FORM"
                    .formatted(name, String.join(", ", KNOWN.keySet())));
        }
        return model.get();
    }

    /** Exponential smoothing of one form, as {@code ets:MAdM}. */
    private static Forecaster smoothing(String name) {
        String code = name.substring(SMOOTHING_FORM.length());
        EtsForm.objection(code).ifPresent(objection -> {
            throw new InvalidUse("Invalid --model %s: %s".formatted(name, objection));
        });
        return Ets.of(EtsForm.of(code));
    }
}
