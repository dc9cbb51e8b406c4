package org.kvartal.ingest.sql;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.AliasIdentifier;
import org.apache.spark.sql.catalyst.QueryPlanningTracker;
import org.apache.spark.sql.catalyst.analysis.CTESubstitution$;
import org.apache.spark.sql.catalyst.analysis.NameParameterizedQuery;
import org.apache.spark.sql.catalyst.analysis.SimpleAnalyzer$;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.InterpretedOrdering;
import org.apache.spark.sql.catalyst.expressions.Literal$;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.optimizer.InlineCTE;
import org.apache.spark.sql.catalyst.optimizer.ReplaceExpressions$;
import org.apache.spark.sql.catalyst.optimizer.RewriteWithExpression$;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.types.DataTypeUtils;
import org.apache.spark.sql.classic.ColumnNodeToExpressionConverter$;
import org.apache.spark.sql.classic.ExpressionUtils;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.DataType;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.runtime.AbstractPartialFunction;

import static scala.jdk.javaapi.CollectionConverters.asJava;
import static scala.jdk.javaapi.CollectionConverters.asScala;

/** Analyzes columns and queries as a session of Spark would, and has them computed within this process. */
final class LocalPlan {
    private final ZoneId zone;
    private final SQLConf conf = new SQLConf();

    LocalPlan(ZoneId zone) {
        this.zone = zone;
        conf.setConfString("spark.sql.session.timeZone", zone.getId());
        conf.setConfString("spark.sql.datetime.java8API.enabled", "true");
    }

    LocalTable select(LocalTable table, List<Column> columns) {
        List<NamedExpression> named = columns.stream()
                .map(column -> ExpressionUtils.toNamed(ColumnNodeToExpressionConverter$.MODULE$.apply(column.node())))
                .toList();
        return in(() -> result(new Project(seq(named), relation(table))))
                .orElseThrow(() -> new IllegalArgumentException("Cannot compute row by row: " + columns));
    }

    Optional<LocalTable> query(SqlQuery query, Map<String, LocalTable> tables, Map<String, Object> parameters) {
        return in(() -> {
            List<String> names = List.copyOf(query.parameters());
            List<Expression> values = new ArrayList<>();
            names.forEach(name -> values.add(Literal$.MODULE$.apply(parameters.get(name))));
            LogicalPlan named = CTESubstitution$.MODULE$.apply(query.plan());
            LogicalPlan read = named.transformDown(new Relations(tables));
            LogicalPlan bound = names.isEmpty() ? read : new NameParameterizedQuery(read, seq(names), seq(values));
            try {
                return understood(bound);
            } catch (AnalysisException leftToSpark) {
                return Optional.empty();
            }
        });
    }

    /** Scala does not declare what the analyzer throws; Java has to, to catch it. */
    private Optional<LocalTable> understood(LogicalPlan plan) throws AnalysisException {
        return result(plan);
    }

    private Optional<LocalTable> result(LogicalPlan plan) {
        LogicalPlan analyzed = SimpleAnalyzer$.MODULE$.executeAndCheck(plan, new QueryPlanningTracker(Option.empty()));
        LogicalPlan inlined = new InlineCTE(true, false).apply(analyzed);
        LogicalPlan replaced = ReplaceExpressions$.MODULE$.apply(inlined);
        LogicalPlan simple = RewriteWithExpression$.MODULE$.apply(replaced);
        return LocalRun.isPossible(simple)
                ? Optional.of(new LocalTable(analyzed.schema(), LocalRun.rows(simple), zone))
                : Optional.empty();
    }

    static InterpretedOrdering ordering(List<DataType> types) {
        return InterpretedOrdering.forSchema(seq(types));
    }

    /** Spark's settings are those of the thread that asks. */
    <T> T in(Supplier<T> work) {
        return SQLConf.withExistingConf(conf, work::get);
    }

    /** Found by their numbers, for every value of every row: a list of Scala would be walked from its head each time. */
    static <T> Seq<T> seq(List<? extends T> list) {
        return asScala(new ArrayList<T>(list)).toIndexedSeq();
    }

    private static LocalRelation relation(LocalTable table) {
        List<Attribute> columns = new ArrayList<>(asJava(DataTypeUtils.toAttributes(table.schema())));
        return new LocalRelation(seq(columns), seq(table.rows()), false, Option.empty());
    }

    /** Puts the rows in the place of the names of tables. */
    private static final class Relations extends AbstractPartialFunction<LogicalPlan, LogicalPlan> {
        private static final long serialVersionUID = 1;

        private final transient Map<String, LocalTable> tables;

        Relations(Map<String, LocalTable> tables) {
            this.tables = new HashMap<>(tables);
        }

        @Override
        public boolean isDefinedAt(LogicalPlan plan) {
            return plan instanceof UnresolvedRelation relation && tables.containsKey(name(relation));
        }

        @Override
        public LogicalPlan apply(LogicalPlan plan) {
            String name = name((UnresolvedRelation) plan);
            return new SubqueryAlias(new AliasIdentifier(name), relation(tables.get(name)));
        }

        private static String name(UnresolvedRelation relation) {
            return String.join(".", asJava(relation.multipartIdentifier()));
        }
    }
}
