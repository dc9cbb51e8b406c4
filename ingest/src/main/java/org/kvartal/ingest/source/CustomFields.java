package org.kvartal.ingest.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.ColumnType;
import org.kvartal.ingest.settings.ConfigSection;
import org.kvartal.ingest.sql.SqlQuery;

/**
 * Fields that an installation has beside those of its kind of CRM. They are declared by the clean table whose rows have
 * them, and become rows of {@code custom_values}.
 */
final class CustomFields {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private CustomFields() {}

    /** The preset with the fields of section {@code custom-fields}: {@code <table>: { from, key, fields }}. */
    static Preset addedTo(Preset preset, ConfigSection section) {
        List<String> selects = new ArrayList<>();
        List<Extract> extracts = new ArrayList<>(preset.extracts());
        section.sections("custom-fields").forEach((table, fields) -> {
            section.section("custom-fields")
                    .require(CrmTables.named(table).isPresent(), table, "must be named after a clean table");
            String from = fields.text("from");
            Optional<Extract> extract =
                    extracts.stream().filter(known -> known.name().equals(from)).findFirst();
            fields.require(extract.isPresent(), "from", "must be an extract of preset " + preset.name());
            List<String> names = fields.texts("fields").stream()
                    .filter(name -> isName(fields, name))
                    .toList();
            extract.ifPresent(found -> {
                String key = fields.text("key", String.join("", found.key()));
                fields.require(NAME.matcher(key).matches(), "key", "must be a column of " + from);
                names.forEach(name -> selects.add(select(table, from, key, name)));
                extracts.set(extracts.indexOf(found), with(found, names));
            });
        });
        if (selects.isEmpty()) {
            return preset;
        }
        SortedMap<String, SqlQuery> mappings = new TreeMap<>(preset.mappings());
        mappings.put(
                CrmTables.CUSTOM_VALUES.name(),
                new SqlQuery("custom-fields of the configuration", String.join(" union all ", selects)));
        return new Preset(preset.name(), preset.kind(), preset.zone(), preset.dialect(), extracts, mappings);
    }

    private static boolean isName(ConfigSection fields, String name) {
        boolean isName = NAME.matcher(name).matches();
        fields.require(isName, "fields", "must be names of columns");
        return isName;
    }

    private static String select(String table, String from, String key, String field) {
        return "select '%s' as `table`, cast(`%s` as string) as row_id, '%s' as field, `%s` as value, _source_file, _source_line from %s where `%s` is not null"
                .formatted(table, key, field, field, from, field);
    }

    /** The extract, which must have these columns too; their values are kept as text. */
    private static Extract with(Extract extract, List<String> fields) {
        Map<String, ColumnType> required = new LinkedHashMap<>(extract.columns().required());
        required.putAll(fields.stream().collect(Collectors.toMap(name -> name, name -> ColumnType.TEXT)));
        DeclaredColumns columns = new DeclaredColumns(
                required, extract.columns().mayHave(), extract.columns().also());
        return new Extract(
                extract.name(),
                extract.from(),
                extract.into(),
                extract.key(),
                columns,
                extract.changed(),
                extract.goneAtMost(),
                extract.presence());
    }
}
