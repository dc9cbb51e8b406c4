package org.kvartal.reports.portal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What can be looked at: reports, tables, the page for statements. */
final class Pages {
    private static final int PREVIEW_ROWS = 20;

    /** A release with its reports. */
    record Edition(String asOf, List<ReportLink> reports) {}

    private final Shelf shelf;
    private final Statements statements;
    private final Limits limits;
    private final Views views = new Views();

    Pages(Shelf shelf, Statements statements, Limits limits) {
        this.shelf = shelf;
        this.statements = statements;
        this.limits = limits;
    }

    Reply reports() throws IOException {
        List<Edition> editions = new ArrayList<>();
        for (var date : shelf.dates()) {
            editions.add(new Edition(date.toString(), ReportLink.of(shelf.release(date.toString()))));
        }
        return page("reports", "Reports", shelf.release(Shelf.LATEST), Map.of("editions", editions));
    }

    Reply tables(Request request) throws IOException {
        Release release = shelf.release(request.parameter("release"));
        return page(
                "tables",
                "Tables",
                release,
                Map.of("namespaces", Dictionary.of(release).byNamespace()));
    }

    Reply table(Request request) throws IOException {
        Release release = shelf.release(request.parameter("release"));
        String name = request.path().get(1);
        Dictionary.Table table = Dictionary.of(release)
                .table(name)
                .orElseThrow(() -> Refused.unknown("the table " + name + " in the release of " + release.asOf()));
        ResultTable preview = new ResultTable(PREVIEW_ROWS);
        statements.run(release, selectAll(table), preview);
        return page(
                "table", table.name(), release, Map.of("table", table, "sql", selectAll(table), "preview", preview));
    }

    Reply console(Request request) throws IOException {
        Release release = shelf.release(request.parameter("release"));
        Dictionary dictionary = Dictionary.of(release);
        List<Example> examples = Example.of(dictionary);
        String sql = dictionary
                .table(request.parameter("table"))
                .map(table -> selectAll(table) + "\nlimit 100")
                .orElseGet(() -> examples.isEmpty() ? "" : examples.get(0).sql());
        return page(
                "sql",
                "SQL",
                release,
                Map.of(
                        "examples",
                        examples,
                        "namespaces",
                        dictionary.byNamespace(),
                        "lines",
                        sql.lines().toList(),
                        "limits",
                        limits));
    }

    private static String selectAll(Dictionary.Table table) {
        return "select * from " + table.namespace() + ".\""
                + table.name().substring(table.name().indexOf('.') + 1) + "\"";
    }

    Reply refusal(Refused refused) throws IOException {
        Map<String, Object> variables = Map.of("title", "Refused", "message", String.valueOf(refused.getMessage()));
        return Reply.page(refused.status(), views.fill("refusal", variables));
    }

    private Reply page(String template, String title, Release release, Map<String, Object> more) throws IOException {
        Map<String, Object> variables = new HashMap<>(more);
        variables.put("title", title);
        variables.put("release", release.asOf().toString());
        variables.put("dates", shelf.dates().stream().map(Object::toString).toList());
        return Reply.page(200, views.fill(template, variables));
    }
}
