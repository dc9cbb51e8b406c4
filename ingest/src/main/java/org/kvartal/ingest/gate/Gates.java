package org.kvartal.ingest.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kvartal.ingest.lake.LakeWriter;
import org.kvartal.ingest.lake.Night;

/** Judges the tables of a night, and keeps the verdicts of every night. */
public final class Gates {
    private final Night night;
    private final GateSettings settings;

    public Gates(Night night, GateSettings settings) {
        this.night = night;
        this.settings = settings;
    }

    /**
     * Judges the clean tables.
     *
     * @throws NightStopped if one of them keeps the night from being published
     */
    public void judgeTables() {
        List<GateVerdict> verdicts = new ArrayList<>();
        verdicts.addAll(new RowDrop(night, settings).judge());
        verdicts.addAll(new QuarantineShare(night, settings).judge());
        verdicts.addAll(new Freshness(night, settings).judge());
        verdicts.addAll(new ControlTotals(night, settings).judge());
        keep(verdicts, Map.of("night", night.asOf().date()));
    }

    /**
     * Judges the marts.
     *
     * @throws NightStopped if one of them keeps the night from being published
     */
    public void judgeMarts(List<MartTotal> totals) {
        keep(
                new MartTotals(night, settings).judge(totals),
                Map.of("night", night.asOf().date(), "gate", Gate.MART_TOTALS.label()));
    }

    private void keep(List<GateVerdict> verdicts, Map<String, Object> replaced) {
        try (LakeWriter writer = night.lake().replacing(GateTables.GATES, replaced)) {
            verdicts.forEach(verdict -> writer.write(verdict.row(night.asOf().date())));
            writer.commit();
        }
        List<GateVerdict> stopping = verdicts.stream()
                .filter(verdict -> verdict.verdict() == Verdict.STOP)
                .toList();
        if (!stopping.isEmpty()) {
            throw new NightStopped(stopping);
        }
    }
}
