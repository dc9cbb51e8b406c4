package org.kvartal.ingest.crm;

import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.ColumnType;
import org.kvartal.ingest.lake.TableSpec;

/** The pages in docs/contracts, from the declarations of the tables and what {@link Contract} adds to them. */
final class ContractPages {
    static final String REWRITE = "./mvnw -pl ingest test -Dtest=ContractPagesTest -Dkvartal.rewrite=true";

    private static final String PAGE = """
            <!-- Generated from CrmTables. To change it, see the end of README.md. -->
            # %1$s

            %2$s %3$s

            One row per %4$s. The file is `%1$s.csv`, also as `.csv.gz`, `.xlsx` or `.parquet`.

            | column | type | unit | required | allowed | names a row of | sensitivity | meaning |
            | --- | --- | --- | --- | --- | --- | --- | --- |
            %5$s
            ## Example

            ```csv
            %6$s
            %7$s```

            ## Configuration

            ```yaml
            sources:
              inputs: { preset: files, folder: ../inputs }    # with %1$s.csv in it
            ```

            `kvartal template %1$s --out inputs/%1$s.csv` writes the header. After a night,
            `kvartal check --table %1$s` lists what was wrong. [How values are written](README.md#how-values-are-written).
            """;

    private static final String INDEX = """
            <!-- Generated from CrmTables. To change it, see the end. -->
            # Contracts

            What a CRM does not have comes from files. Each file has the columns of one clean table. Put the files into a
            folder and name it as a source; several tables can lie in one folder, and a table can be missing:

            ```yaml
            sources:
              crm: { preset: odoo-16, url: "jdbc:postgresql://db.example.com/odoo", user: kvartal, password: "${CRM_PASSWORD}" }
              inputs: { preset: files, folder: ../inputs }
            ```

            | file | one row is |
            | --- | --- |
            %1$s
            These are the tables that CRMs lack. The preset `files` takes a file for every other clean table as well:
            `kvartal template` lists them, `kvartal template TABLE --describe` explains the columns, `kvartal template TABLE`
            writes a blank file.

            ## How values are written

            | type | in the file |
            | --- | --- |
            | id | text without blanks around it; see below |
            | text | as it is; `"` around a text with comma, quote or line break, and quotes in it doubled |
            | integer | `12` |
            | number | `12.5`; a fraction runs from 0 to 1 |
            | amount of money | `1234.50`, in the project's currency unless the unit says otherwise; no thousands separators |
            | rate | `1.0825` |
            | date | `2026-03-31`; a month is its first day |
            | instant | `2026-03-31 16:30:00`, in the `zone` of the source (default UTC), or with its own: `2026-03-31T16:30:00Z` |
            | true or false | `true` or `false`, `yes` or `no`, `1` or `0` |

            The first line names the columns, in any order; capital letters, blanks and underscores in the names make no
            difference. A column that is not required can be left out. The encoding is UTF-8 and the delimiter a comma, unless
            the source says `encoding: windows-1250` or `delimiter: ";"`. An empty field is no value.

            **Ids.** An id belongs to its source. `17` in a file of the source `inputs` is `inputs:17`. To name a row of another
            source, write its name before the id: `crm:17` is row 17 of the source `crm`. Where a column *names a row of*
            another table and there is no such row, the row is kept and flagged with the rule `reference`.

            **Errors.** A row with a value of the wrong type, without a required value or with one that is not allowed is kept
            out and listed by `kvartal check` with file, line, column, value and reason. Two rows with the same key and other
            values contradict each other: the second is kept out. An exact copy is left out and counted.

            **Sensitivity.** A column marked *person* tells a person apart. Write the id that the CRM has, as `crm:17`; it is
            loaded as the pseudonym that the person has everywhere.

            ## Changing these pages

            They are written from `CrmTables`; a test compares them. After a change there:

            ```
            %2$s
            ```
            """;

    private ContractPages() {}

    /** The text of every file of the folder, by its name. */
    static SortedMap<String, String> all() {
        SortedMap<String, String> pages = new TreeMap<>();
        pages.put("README.md", INDEX.formatted(index(), REWRITE));
        for (Contract contract : Contract.ALL) {
            pages.put(contract.table().name() + ".md", page(contract));
        }
        return pages;
    }

    private static String index() {
        return Contract.ALL.stream()
                .map(Contract::table)
                .map(table -> "| [%1$s](%1$s.md) | %2$s |\n".formatted(table.name(), table.description()))
                .collect(Collectors.joining());
    }

    private static String page(Contract contract) {
        TableSpec table = contract.table();
        return PAGE.formatted(
                table.name(),
                table.description(),
                contract.purpose(),
                table.key().stream().map(key -> "`" + key + "`").collect(Collectors.joining(", ")),
                table.columns().stream().map(ContractPages::row).collect(Collectors.joining()),
                String.join(",", table.columnNames()),
                contract.example());
    }

    private static String row(Column column) {
        return "| `%s` | %s | %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        column.name(),
                        type(column),
                        column.unit(),
                        column.required() ? "yes" : "",
                        column.allowed().stream()
                                .map(value -> "`" + value + "`")
                                .collect(Collectors.joining(", ")),
                        column.referencedTable().map(ContractPages::reference).orElse(""),
                        column.sensitivity().name().toLowerCase(Locale.ROOT),
                        column.description())
                .replace("|  |", "| |")
                .replace("|  |", "| |");
    }

    /** Dictionaries call an id a text; who fills in a file has to know that it gets a prefix. */
    private static String type(Column column) {
        return column.type() == ColumnType.ID ? "id" : column.type().label();
    }

    private static String reference(String table) {
        boolean hasPage = Contract.ALL.stream()
                .anyMatch(contract -> contract.table().name().equals(table));
        return hasPage ? "[%1$s](%1$s.md)".formatted(table) : "`" + table + "`";
    }
}
