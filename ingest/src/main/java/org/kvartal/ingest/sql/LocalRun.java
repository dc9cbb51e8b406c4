package org.kvartal.ingest.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.And;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.EqualTo;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.InterpretedMutableProjection;
import org.apache.spark.sql.catalyst.expressions.JoinedRow;
import org.apache.spark.sql.catalyst.expressions.SubqueryExpression$;
import org.apache.spark.sql.catalyst.expressions.Unevaluable;
import org.apache.spark.sql.catalyst.plans.Inner$;
import org.apache.spark.sql.catalyst.plans.LeftOuter$;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.Join;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.plans.logical.Union;
import org.apache.spark.sql.types.DataType;
import org.jspecify.annotations.Nullable;

import static scala.jdk.javaapi.CollectionConverters.asJava;

/** Computes the rows of analyzed plans of columns, conditions, unions, and inner and left joins. */
final class LocalRun {
    private LocalRun() {}

    static boolean isPossible(LogicalPlan plan) {
        boolean isKnown = plan instanceof LocalRelation
                || plan instanceof SubqueryAlias
                || plan instanceof Project
                || plan instanceof Filter
                || plan instanceof Union
                || plan instanceof Join join
                        && (isInner(join) || join.joinType().equals(LeftOuter$.MODULE$));
        return isKnown
                && asJava(plan.expressions()).stream().allMatch(LocalRun::isOfRow)
                && asJava(plan.children()).stream().allMatch(LocalRun::isPossible);
    }

    private static boolean isInner(Join join) {
        return join.joinType().equals(Inner$.MODULE$);
    }

    private static boolean isOfRow(Expression expression) {
        return expression.deterministic()
                && !SubqueryExpression$.MODULE$.hasSubquery(expression)
                && (expression instanceof Attribute || !(expression instanceof Unevaluable))
                && asJava(expression.children()).stream().allMatch(LocalRun::isOfRow);
    }

    /** The rows of a plan that {@linkplain #isPossible is possible}. */
    static List<InternalRow> rows(LogicalPlan plan) {
        if (plan instanceof LocalRelation relation) {
            return asJava(relation.data());
        }
        if (plan instanceof Project project) {
            Columns columns = new Columns(asJava(project.expressions()), project.child());
            return rows(project.child()).stream().map(columns::of).toList();
        }
        if (plan instanceof Filter filter) {
            Columns condition = new Columns(List.of(filter.condition()), filter.child());
            return rows(filter.child()).stream().filter(condition::holds).toList();
        }
        if (plan instanceof Union union) {
            return asJava(union.children()).stream()
                    .flatMap(child -> rows(child).stream())
                    .toList();
        }
        return plan instanceof Join join ? joined(join) : rows(((SubqueryAlias) plan).child());
    }

    private static List<InternalRow> joined(Join join) {
        List<Expression> left = new ArrayList<>();
        List<Expression> right = new ArrayList<>();
        List<Expression> rest = new ArrayList<>();
        conjuncts(
                        join.condition().isEmpty()
                                ? List.of()
                                : List.of(join.condition().get()))
                .forEach(condition -> split(join, condition, left, right, rest));
        Columns leftKey = new Columns(left, join.left());
        Columns rightKey = new Columns(right, join.right());
        Map<List<Object>, List<InternalRow>> matches = new HashMap<>();
        for (InternalRow row : rows(join.right())) {
            List<@Nullable Object> key = rightKey.values(row);
            if (!key.contains(null)) {
                matches.computeIfAbsent(key, first -> new ArrayList<>()).add(row);
            }
        }
        List<Columns> conditions =
                rest.stream().map(one -> new Columns(List.of(one), join)).toList();
        Columns all = new Columns(asJava(join.output()), join);
        InternalRow none = new GenericInternalRow(join.right().output().size());
        List<InternalRow> rows = new ArrayList<>();
        for (InternalRow row : rows(join.left())) {
            int before = rows.size();
            for (InternalRow match : matches.getOrDefault(leftKey.values(row), List.of())) {
                InternalRow both = new JoinedRow(row, match);
                if (conditions.stream().allMatch(condition -> condition.holds(both))) {
                    rows.add(all.of(both));
                }
            }
            if (rows.size() == before && !isInner(join)) {
                rows.add(all.of(new JoinedRow(row, none)));
            }
        }
        return rows;
    }

    private static Stream<Expression> conjuncts(List<Expression> conditions) {
        return conditions.stream()
                .flatMap(one -> one instanceof And and ? conjuncts(List.of(and.left(), and.right())) : Stream.of(one));
    }

    /** An equation of one side each finds its rows at once; numbers that are not exact are left to comparison. */
    private static void split(
            Join join, Expression condition, List<Expression> left, List<Expression> right, List<Expression> rest) {
        if (condition instanceof EqualTo equal && isExact(equal.left().dataType())) {
            if (isOf(equal.left(), join.left()) && isOf(equal.right(), join.right())) {
                left.add(equal.left());
                right.add(equal.right());
                return;
            }
            if (isOf(equal.left(), join.right()) && isOf(equal.right(), join.left())) {
                left.add(equal.right());
                right.add(equal.left());
                return;
            }
        }
        rest.add(condition);
    }

    private static boolean isExact(DataType type) {
        return List.of("string", "bigint", "int", "date", "timestamp", "boolean")
                .contains(type.simpleString());
    }

    private static boolean isOf(Expression expression, LogicalPlan side) {
        return expression.references().subsetOf(side.outputSet());
    }

    /** Some expressions over the rows of a plan. */
    private static final class Columns {
        private final List<DataType> types;
        private final InterpretedMutableProjection projection;

        Columns(List<? extends Expression> expressions, LogicalPlan plan) {
            this.types = expressions.stream().map(Expression::dataType).toList();
            this.projection =
                    new InterpretedMutableProjection(LocalPlan.seq(expressions), LocalPlan.seq(columns(plan)));
        }

        /** Any of them may be empty, whatever the plan promises: what it promises was true of its parts. */
        private static List<Attribute> columns(LogicalPlan plan) {
            return asJava(plan.output()).stream()
                    .map(column -> column.withNullability(true))
                    .toList();
        }

        InternalRow of(InternalRow row) {
            GenericInternalRow result = new GenericInternalRow(types.size());
            projection.target(result);
            projection.apply(row);
            return result;
        }

        List<@Nullable Object> values(InternalRow row) {
            InternalRow result = of(row);
            List<@Nullable Object> values = new ArrayList<>();
            IntStream.range(0, types.size()).forEach(i -> values.add(result.get(i, types.get(i))));
            return values;
        }

        boolean holds(InternalRow row) {
            InternalRow result = of(row);
            return !result.isNullAt(0) && result.getBoolean(0);
        }
    }
}
