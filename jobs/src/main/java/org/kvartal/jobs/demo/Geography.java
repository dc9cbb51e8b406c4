package org.kvartal.jobs.demo;

import java.util.List;

/** The sales regions and the countries they serve. */
record Geography(List<Region> regions) {
    private static final Table REGION = Table.of("REGION", "NAME varchar(40) not null");
    private static final Table COUNTRY = Table.of("COUNTRY", """
                    ISO_CODE varchar(2) not null
                    NAME varchar(40) not null
                    REGION_ID integer not null""");

    record Region(String name, Row row, List<Country> countries) {}

    record Country(String name, String currency, String legalForm, Row row) {}

    static Geography enter(World world) {
        return new Geography(List.of(
                region(world, "North", "FI Finland EUR Oy", "EE Estonia EUR OÜ", "LT Lithuania EUR UAB"),
                region(world, "South", "IT Italy EUR S.p.A.", "HR Croatia EUR d.o.o.", "SI Slovenia EUR d.d."),
                region(world, "West", "FR France EUR S.A.", "NL Netherlands EUR B.V.", "BE Belgium EUR N.V."),
                region(world, "East", "SK Slovakia EUR s.r.o.", "CZ Czechia CZK a.s."),
                region(world, "Central", "DE Germany EUR GmbH", "AT Austria EUR GmbH"),
                region(world, "Overseas", "US USA USD Inc.")));
    }

    private static Region region(World world, String name, String... countries) {
        Row row = world.history().add(REGION, world.setUp()).set("NAME", name);
        return new Region(
                name,
                row,
                List.of(countries).stream()
                        .map(words -> country(world, row, words.split(" ")))
                        .toList());
    }

    private static Country country(World world, Row region, String... words) {
        Row row = world.history()
                .add(COUNTRY, world.setUp())
                .set("ISO_CODE", words[0])
                .set("NAME", words[1])
                .set("REGION_ID", region);
        return new Country(words[1], words[2], words[3], row);
    }
}
