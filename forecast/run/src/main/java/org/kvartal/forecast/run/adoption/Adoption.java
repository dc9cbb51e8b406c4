package org.kvartal.forecast.run.adoption;

import java.time.LocalDate;
import org.kvartal.forecast.tables.AdoptionTables;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.model.AsOf;

/** Follows who uses the CRM, in plain Java: what is kept of a person is a few bits a day. */
public final class Adoption {
    private final AdoptionSettings settings;

    public Adoption(AdoptionSettings settings) {
        this.settings = settings;
    }

    /** Replaces the tables of adoption. */
    public void run(Lake lake, AsOf asOf) {
        LocalDate date = asOf.date();
        Roster roster = Roster.read(lake, date);
        UseLog log = UseLog.read(lake, asOf, roster, settings);
        Following following = new Following(roster, log, WorkingDays.of(lake, log), settings);
        lake.replace(AdoptionTables.USE, new UseRows(following, date).rows());
        lake.replace(AdoptionTables.PEOPLE, new PeopleRows(following).rows());
        lake.replace(AdoptionTables.UNITS, new UnitRows(following).rows());
        lake.replace(AdoptionTables.CURVE, new CurveRows(following, date).rows());
        lake.replace(AdoptionTables.FUNCTIONS, new FunctionRows(following, date).rows());
        lake.replace(AdoptionTables.ENTRIES, new EntryRows(following, asOf).rows(lake));
        lake.replace(AdoptionTables.INTERVENTIONS, new InterventionRows(following).rows());
    }
}
