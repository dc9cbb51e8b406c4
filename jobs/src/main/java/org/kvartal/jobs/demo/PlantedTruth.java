package org.kvartal.jobs.demo;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** What was put into the demo CRM, as it shows at the end of a day: an analysis that is worth its name finds it again. */
public record PlantedTruth(
        long seed,
        Size size,
        LocalDate day,
        HandlingTraining handlingTraining,
        RequestFates requestFates,
        SellingTraining sellingTraining,
        AdoptionDrop adoptionDrop,
        PriceGap priceGap,
        QuarterEndRush quarterEnd,
        Research research,
        Replenishment replenishment,
        List<StuckDeal> stuckDeals,
        List<PlantedDefect> defects) {

    /** Multiplies the working hours of a request that arrives some days after its agent's training. */
    public record HandlingTraining(
            String course,
            double peakChange,
            int rampDays,
            int halfLifeDays,
            double sigmaOfLogHours,
            List<Trained> trained,
            List<Integer> untrainedAgents) {}

    public record Trained(int employeeId, LocalDate day) {}

    /** A course without any effect on winning. */
    public record SellingTraining(String course, double logitEffect, List<Trained> trained) {}

    /** Factors on the uses a day, relative to those before the course. */
    public record AdoptionDrop(
            String course,
            int busyDays,
            double busyFactor,
            double droppedFactor,
            double keptFactor,
            List<Trained> trained,
            List<Integer> droppingEmployees) {}

    /**
     * Effect of ln(own last offer / rival's offer) on the logit of winning, in sales where the rival's offer is known. Prices
     * of weak sales are cut, so that price and winning go together less than that.
     *
     * @param meanEffect change of the chance to win by one percent, over contested sales that came to an offer
     */
    public record PriceGap(double logitSlope, double meanEffect) {}

    /** Share of the wins due near the end of a quarter that are moved into its last working days. */
    public record QuarterEndRush(double share, int daysBefore, int daysAfter, int lastWorkingDays, double monthShare) {}

    /** Two publishers: the index of one follows the bookings of the month to come, that of the other nothing. */
    public record Research(String informed, double sigmaOfLogIndex, String uninformed) {}

    /**
     * Laboratories that order one product again and again: usual gaps are log-normal around the typical one, gaps around
     * the usual one times the quantity, relative to 6, to its power; after each order some stop.
     */
    public record Replenishment(
            String sku,
            double typicalDays,
            double sigmaBetween,
            double sigmaWithin,
            double stopping,
            double quantityPower,
            List<Regular> regulars) {}

    public record Regular(int accountId, double usualDays, boolean hasStopped) {}

    /** An open sale on which nobody has worked since a day, nor ever will. */
    public record StuckDeal(int opportunityId, LocalDate since) {}

    public record PlantedDefect(String table, int id, String column, String kind) {}

    public PlantedTruth {
        stuckDeals = List.copyOf(stuckDeals);
        defects = List.copyOf(defects);
    }

    /** Writes it as JSON, with the names of the records in snake case. */
    public void writeTo(Path file) throws IOException {
        String json = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build()
                .writeValueAsString(this);
        Files.writeString(file, json + "\n");
    }
}
