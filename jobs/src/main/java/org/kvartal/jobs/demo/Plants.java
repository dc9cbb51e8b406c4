package org.kvartal.jobs.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kvartal.jobs.demo.PlantedTruth.AdoptionDrop;
import org.kvartal.jobs.demo.PlantedTruth.HandlingTraining;
import org.kvartal.jobs.demo.PlantedTruth.PlantedDefect;
import org.kvartal.jobs.demo.PlantedTruth.PriceGap;
import org.kvartal.jobs.demo.PlantedTruth.QuarterEndRush;
import org.kvartal.jobs.demo.PlantedTruth.SellingTraining;
import org.kvartal.jobs.demo.PlantedTruth.StuckDeal;
import org.kvartal.jobs.demo.PlantedTruth.Trained;
import org.kvartal.jobs.demo.Sales.Booked;
import org.kvartal.jobs.demo.Workforce.Agent;

/** Everything planted over the three years, of which a day shows a part. */
record Plants(
        Workforce workforce, Trainings trainings, Usage usage, Sales sales, Reorders reorders, List<Defect> defects) {

    PlantedTruth showingOn(World world, LocalDate day) {
        Instant end = WorkCalendar.endOf(day);
        return new PlantedTruth(
                world.seed(),
                world.size(),
                day,
                handling(day),
                ServiceDesk.FATES,
                new SellingTraining(Trainings.SELLING, 0, trained(trainings.selling(), day)),
                adoption(day),
                new PriceGap(Odds.PRICE_GAP_SLOPE, sales.odds().meanPriceEffect()),
                new QuarterEndRush(
                        QuarterEnd.RUSH,
                        QuarterEnd.RUSH_DAYS,
                        QuarterEnd.PULLED_FROM_NEXT_DAYS,
                        QuarterEnd.LAST_WORKING_DAYS,
                        QuarterEnd.MONTH_RUSH),
                new PlantedTruth.Research(Research.INFORMED, Research.SIGMA, Research.UNINFORMED),
                reorders(day),
                stuck(end),
                defects(end));
    }

    private PlantedTruth.Replenishment reorders(LocalDate day) {
        return new PlantedTruth.Replenishment(
                Catalogue.REAGENT_KIT,
                Reorders.TYPICAL_DAYS,
                Reorders.BETWEEN,
                Reorders.WITHIN,
                Reorders.STOPPED,
                Reorders.QUANTITY_POWER,
                reorders.regulars().stream()
                        .map(regular -> new PlantedTruth.Regular(
                                regular.account().id(),
                                regular.usualDays(),
                                regular.stopped() != null && regular.stopped().isBefore(day)))
                        .toList());
    }

    private HandlingTraining handling(LocalDate day) {
        Map<Row, LocalDate> attended = trainings.handling();
        TrainingEffect effect = Trainings.EFFECT;
        return new HandlingTraining(
                Trainings.HANDLING,
                effect.peak(),
                effect.rampDays(),
                effect.halfLifeDays(),
                Handling.SIGMA,
                trained(attended, day),
                workforce.agents().stream()
                        .map(Agent::row)
                        .filter(agent -> !attended.containsKey(agent)
                                || attended.get(agent).isAfter(day))
                        .map(Row::id)
                        .toList());
    }

    private AdoptionDrop adoption(LocalDate day) {
        return new AdoptionDrop(
                Trainings.CRM,
                Usage.BUSY_DAYS,
                Usage.BUSY,
                Usage.DROPPED,
                Usage.KEPT,
                trained(trainings.crm(), day),
                usage.dropping().stream()
                        .filter(person -> trainings
                                .crm()
                                .get(person)
                                .plusDays(Usage.BUSY_DAYS)
                                .isBefore(day))
                        .map(Row::id)
                        .sorted()
                        .toList());
    }

    private static List<Trained> trained(Map<Row, LocalDate> attended, LocalDate day) {
        return attended.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(day))
                .map(entry -> new Trained(entry.getKey().id(), entry.getValue()))
                .toList();
    }

    private List<StuckDeal> stuck(Instant end) {
        return sales.booked().stream()
                .filter(booked -> booked.deal().ending() == Ending.STUCK)
                .filter(booked -> booked.deal().timeline().stalledAt().isBefore(end))
                .filter(booked -> booked.deal().timeline().openAt(end))
                .map(Plants::stuck)
                .toList();
    }

    private static StuckDeal stuck(Booked booked) {
        return new StuckDeal(
                booked.row().id(), WorkCalendar.dayOf(booked.deal().timeline().stalledAt()));
    }

    private List<PlantedDefect> defects(Instant end) {
        return defects.stream()
                .filter(defect -> defect.showsBefore(end))
                .map(defect -> new PlantedDefect(
                        defect.row().table().name(),
                        defect.row().id(),
                        defect.column(),
                        defect.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .toList();
    }
}
