package org.kvartal.reports.fact;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Types;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Every message that flows into a place marked {@link Message}, found in the sources as the compiler understands them,
 * and every such place that something else than a message flows into: glued text, or a name that may be anything.
 */
final class Messages {
    private final TreeMap<String, String> places = new TreeMap<>();
    private final List<String> glued = new ArrayList<>();

    private Messages() {}

    static Messages of(Path sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> files = Files.walk(sources);
                StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<Path> java = files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    manager,
                    null,
                    List.of("-proc:none", "-classpath", classPath()),
                    null,
                    manager.getJavaFileObjectsFromPaths(java));
            Messages messages = new Messages();
            List<CompilationUnitTree> units = new ArrayList<>();
            task.parse().forEach(units::add);
            task.analyze();
            Trees trees = Trees.instance(task);
            units.forEach(unit -> messages.new Scan(trees, task.getTypes()).scan(unit, null));
            return messages;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the sources below " + sources + ": " + e.getMessage(), e);
        }
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** The messages, each with the place where it stands last. */
    TreeMap<String, String> places() {
        return places;
    }

    /** Places where something flows in that is no message. */
    List<String> glued() {
        return glued;
    }

    /** Goes through one source. */
    private final class Scan extends TreePathScanner<Void, Void> {
        private final Trees trees;
        private final Types types;

        Scan(Trees trees, Types types) {
            this.trees = trees;
            this.types = types;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
            arguments(trees.getElement(getCurrentPath()), call.getArguments());
            return super.visitMethodInvocation(call, unused);
        }

        @Override
        public Void visitNewClass(NewClassTree call, Void unused) {
            arguments(trees.getElement(getCurrentPath()), call.getArguments());
            return super.visitNewClass(call, unused);
        }

        @Override
        public Void visitVariable(VariableTree variable, Void unused) {
            if (variable.getInitializer() != null && isMessage(trees.getElement(getCurrentPath()))) {
                message(variable.getInitializer());
            }
            return super.visitVariable(variable, unused);
        }

        @Override
        public Void visitAssignment(AssignmentTree assignment, Void unused) {
            if (isMessage(element(assignment.getVariable()))) {
                message(assignment.getExpression());
            }
            return super.visitAssignment(assignment, unused);
        }

        @Override
        public Void visitReturn(ReturnTree statement, Void unused) {
            TreePath method = getCurrentPath();
            while (!(method.getLeaf() instanceof MethodTree)
                    && method.getLeaf().getKind() != Tree.Kind.LAMBDA_EXPRESSION) {
                method = method.getParentPath();
            }
            if (method.getLeaf() instanceof MethodTree && givesMessage(trees.getElement(method))) {
                message(statement.getExpression());
            }
            return super.visitReturn(statement, unused);
        }

        /** Whether the method, or one that it implements, is marked. */
        private boolean givesMessage(Element method) {
            return isMessage(method)
                    || types.directSupertypes(method.getEnclosingElement().asType()).stream()
                            .flatMap(type -> types.asElement(type).getEnclosedElements().stream())
                            .anyMatch(inherited ->
                                    inherited.getSimpleName().equals(method.getSimpleName()) && isMessage(inherited));
        }

        private void arguments(Element called, List<? extends ExpressionTree> arguments) {
            if (!(called instanceof ExecutableElement executable)) {
                return;
            }
            List<? extends VariableElement> parameters = executable.getParameters();
            for (int i = 0; i < arguments.size() && !parameters.isEmpty(); i++) {
                if (isMessage(parameters.get(Math.min(i, parameters.size() - 1)))
                        && (i < parameters.size() || executable.isVarArgs())) {
                    message(arguments.get(i));
                }
            }
        }

        /** Takes what the expression can be, one after the other. */
        private void message(ExpressionTree expression) {
            if (expression instanceof ParenthesizedTree parentheses) {
                message(parentheses.getExpression());
            } else if (expression instanceof ConditionalExpressionTree either) {
                message(either.getTrueExpression());
                message(either.getFalseExpression());
            } else if (expression instanceof SwitchExpressionTree choice) {
                choices(choice);
            } else {
                Optional<String> constant = constant(expression);
                constant.ifPresent(words -> places.put(words, place(expression)));
                if (constant.isEmpty() && !isMessage(element(expression))) {
                    glued.add(place(expression) + ": " + expression);
                }
            }
        }

        private void choices(SwitchExpressionTree choice) {
            new TreePathScanner<Void, Void>() {
                @Override
                public Void visitYield(YieldTree yielded, Void unused) {
                    message(yielded.getValue());
                    return null;
                }
            }.scan(new TreePath(getCurrentPath(), choice), null);
            choice.getCases().stream()
                    .map(one -> one.getBody())
                    .filter(ExpressionTree.class::isInstance)
                    .forEach(body -> message((ExpressionTree) body));
        }

        private Optional<String> constant(ExpressionTree expression) {
            if (expression instanceof LiteralTree literal) {
                return literal.getValue() instanceof String words ? Optional.of(words) : Optional.empty();
            }
            if (expression instanceof ParenthesizedTree parentheses) {
                return constant(parentheses.getExpression());
            }
            if (expression instanceof BinaryTree both && both.getKind() == Tree.Kind.PLUS) {
                return constant(both.getLeftOperand())
                        .flatMap(left -> constant(both.getRightOperand()).map(right -> left + right));
            }
            return element(expression) instanceof VariableElement variable
                            && variable.getConstantValue() instanceof String words
                    ? Optional.of(words)
                    : Optional.empty();
        }

        private Element element(Tree expression) {
            TreePath path = trees.getPath(getCurrentPath().getCompilationUnit(), expression);
            return path == null ? null : trees.getElement(path);
        }

        private boolean isMessage(Element element) {
            return element != null && element.getAnnotation(Message.class) != null;
        }

        private String place(Tree tree) {
            CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
            long line =
                    unit.getLineMap().getLineNumber(trees.getSourcePositions().getStartPosition(unit, tree));
            return Path.of(unit.getSourceFile().getName()).getFileName() + ":" + line;
        }
    }
}
