package org.kvartal.ingest.crm;

import java.util.List;
import org.kvartal.ingest.lake.TableSpec;

import static org.kvartal.ingest.lake.Column.id;
import static org.kvartal.ingest.lake.Column.text;

/** Who stands behind which pseudonym: in the lake only, and for those whom the configuration names. */
public final class PersonTables {
    /** One row per person. */
    public static final TableSpec PERSONS = TableSpec.of(
            "private",
            "persons",
            "A person and the pseudonym under which all other tables have it.",
            List.of("table", "pseudonym"),
            text("table", "users or contacts."),
            id("pseudonym", "Key of the person in all other tables.").ofPerson(),
            text("pseudonym_name", "Name in place of the person's own.").ofPerson(),
            id("person_id", "Key of the person in the source.").ofPerson(),
            text("name", "Full name.").ofPerson(),
            text("email", "Mail address.").ofPerson());

    private PersonTables() {}
}
