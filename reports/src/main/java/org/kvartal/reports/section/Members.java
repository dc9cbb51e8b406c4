package org.kvartal.reports.section;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import tech.tablesaw.api.Table;

/** The members of a dimension: the largest by some measure and, so that totals hold, all others as one. */
public final class Members {
    private Members() {}

    /**
     * The largest members, largest first. The last stands for all others when there are more than fit.
     *
     * @param origin the rows, and the measure that tells which members are large
     * @param most members that are named
     */
    public static List<Member> largest(ReportData data, Dimension dimension, Origin origin, int most) {
        Table rows = data.table(sql(dimension, origin, most));
        List<Member> members = new ArrayList<>();
        List<String> named = new ArrayList<>();
        for (int i = 0; i < Math.min(most, rows.rowCount()); i++) {
            String member = rows.stringColumn("member").get(i);
            String name = rows.stringColumn("name").get(i);
            members.add(new Member(
                    member.isEmpty() ? Text.of(dimension.unknown()) : Text.name(name),
                    Condition.is(dimension.column(), member)));
            named.add(member);
        }
        if (rows.rowCount() > most) {
            long others = (long) rows.doubleColumn("members").getDouble(0) - most;
            members.add(Member.others(others, Condition.isNoneOf(dimension.column(), named)));
        }
        return members;
    }

    private static String sql(Dimension dimension, Origin origin, int most) {
        String where = origin.filter().isEmpty() ? "" : " where " + origin.filter();
        String sizes = "select coalesce(" + dimension.column() + ", '') as member, " + origin.measure()
                + " as size from " + origin.table() + where + " group by 1";
        return "with sizes as (" + sizes + ") select member, "
                + dimension.name("n", "member") + " as name, cast(count(*) over () as double) as members from sizes"
                + dimension.join("n", "member")
                + " order by size desc nulls last, member limit " + (most + 1);
    }
}
