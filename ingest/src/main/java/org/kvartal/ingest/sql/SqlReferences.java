package org.kvartal.ingest.sql;

import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.analysis.NamedParameter;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.QueryPlan;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import org.apache.spark.sql.catalyst.trees.TreeNode;

import static scala.jdk.javaapi.CollectionConverters.asJava;

/**
 * What a SQL text refers to, read from its syntax tree, so that it is known without a session and without the tables.
 *
 * @param relations tables read, as written; names given by {@code with} are not among them
 * @param parameters named parameters, without the colon
 */
record SqlReferences(SortedSet<String> relations, SortedSet<String> parameters) {

    static SqlReferences of(LogicalPlan plan) {
        SortedSet<String> relations = new TreeSet<>();
        SortedSet<String> parameters = new TreeSet<>();
        SortedSet<String> named = new TreeSet<>();
        collect(plan, relations, parameters, named);
        relations.removeIf(relation -> named.contains(relation.toLowerCase(Locale.ROOT)));
        return new SqlReferences(relations, parameters);
    }

    private static void collect(
            LogicalPlan plan, SortedSet<String> relations, SortedSet<String> parameters, SortedSet<String> named) {
        if (plan instanceof UnresolvedRelation relation) {
            relations.add(String.join(".", asJava(relation.multipartIdentifier())));
        }
        if (plan instanceof UnresolvedWith with) {
            asJava(with.cteRelations()).forEach(cte -> named.add(cte._1().toLowerCase(Locale.ROOT)));
        }
        asJava(plan.expressions()).forEach(expression -> collectParameters(expression, parameters));
        asJava(plan.children()).forEach(child -> collect(child, relations, parameters, named));
        for (QueryPlan<?> inner : inner(plan)) {
            collect((LogicalPlan) inner, relations, parameters, named);
        }
    }

    /** Subqueries of the expressions, and the bodies of a {@code with}. */
    private static List<QueryPlan<?>> inner(LogicalPlan plan) {
        return asJava(plan.innerChildren()).stream()
                .<QueryPlan<?>>map(inner -> inner)
                .toList();
    }

    private static void collectParameters(TreeNode<Expression> expression, SortedSet<String> parameters) {
        if (expression instanceof NamedParameter parameter) {
            parameters.add(parameter.name());
        }
        asJava(expression.children()).forEach(child -> collectParameters(child, parameters));
    }
}
