package org.kvartal.jobs.demo;

import java.util.EnumMap;
import java.util.Map;

/** The lists that an administrator fills before the first sale: stages and reasons of loss. */
record SalesSetUp(Map<Stage, Row> stages, Map<LostReason, Row> lostReasons) {
    private static final Table SALES_STAGE = Table.of("SALES_STAGE", """
                    STAGE_KEY varchar(8) not null
                    LABEL varchar(40) not null
                    SORT_ORDER integer not null
                    PROBABILITY_PCT integer not null
                    IS_CLOSED varchar(1) not null
                    IS_WON varchar(1) not null""");
    private static final Table LOST_REASON = Table.of("LOST_REASON", "LABEL varchar(40) not null");

    static SalesSetUp enter(World world) {
        Map<Stage, Row> stages = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            stages.put(stage, stage(world, stage));
        }
        Map<LostReason, Row> reasons = new EnumMap<>(LostReason.class);
        for (LostReason reason : LostReason.values()) {
            reasons.put(reason, world.history().add(LOST_REASON, world.setUp()).set("LABEL", reason.label()));
        }
        return new SalesSetUp(stages, reasons);
    }

    private static Row stage(World world, Stage stage) {
        return world.history()
                .add(SALES_STAGE, world.setUp())
                .set("STAGE_KEY", stage.name())
                .set("LABEL", stage.label())
                .set("SORT_ORDER", stage.ordinal() * 10)
                .set("PROBABILITY_PCT", stage.percent())
                .set("IS_CLOSED", stage.closed() ? "Y" : "N")
                .set("IS_WON", stage == Stage.WON ? "Y" : "N");
    }
}
