package org.kvartal.jobs.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter.FilterInfo;
import java.io.ObjectInputFilter.Status;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.net.URL;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import javax.management.BadAttributeValueExpException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SerialFilterTest {

    @Test
    void letsValuesAndCollectionsThrough() throws Exception {
        Map<String, Object> values = new HashMap<>();
        values.put("amounts", new ArrayList<>(List.of(new BigDecimal("1.50"), 2L, "text")));
        values.put("days", new LocalDate[] {LocalDate.parse("2026-03-31")});
        values.put("zone", TimeZone.getTimeZone("Europe/Prague"));
        values.put("failure", new IOException("Cannot read"));
        assertThat(restored(values))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsKeys("amounts", "days", "zone", "failure");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.apache.spark.sql.catalyst.expressions.GenericInternalRow",
                "org.apache.iceberg.spark.source.SerializableTableWithSize",
                "org.kvartal.jobs.run.FinishedStep",
                "scala.collection.immutable.Map$Map1",
                "java.lang.invoke.SerializedLambda"
            })
    void letsThroughWhatSparkSends(String name) throws ClassNotFoundException {
        assertThat(status(name)).isEqualTo(Status.ALLOWED);
    }

    /** Of these, chains have been built that run a command when they are read. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.sun.org.apache.xalan.internal.xsltc.trax.TemplatesImpl",
                "com.sun.rowset.JdbcRowSetImpl",
                "javax.swing.event.EventListenerList",
                "java.rmi.server.UnicastRemoteObject",
                "java.lang.reflect.InvocationHandler",
                "sun.reflect.annotation.AnnotationInvocationHandler",
                "com.fasterxml.jackson.databind.node.POJONode",
                "org.springframework.core.NestedRuntimeException",
                "org.h2.jdbcx.JdbcDataSource"
            })
    void refusesWhatGadgetsAreMadeOf(String name) throws ClassNotFoundException {
        assertThat(status(name)).isEqualTo(Status.REJECTED);
    }

    @Test
    void refusesAGadgetInsideOfWhatItLetsThrough() throws Exception {
        Map<URL, String> looksUpAHost = Map.of(new URL("http://127.0.0.1/"), "x");
        assertThatThrownBy(() -> restored(new HashMap<>(looksUpAHost)))
                .isInstanceOf(InvalidClassException.class)
                .hasMessage("filter status: REJECTED");
        assertThatThrownBy(() -> restored(new ArrayList<>(List.of(new BadAttributeValueExpException("x")))))
                .isInstanceOf(InvalidClassException.class);
    }

    private static Object restored(Object object) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            in.setObjectInputFilter(SerialFilter.filter());
            return in.readObject();
        }
    }

    private static Status status(String name) throws ClassNotFoundException {
        Class<?> type = Class.forName(name, false, SerialFilterTest.class.getClassLoader());
        return SerialFilter.filter().checkInput(new Asked(type));
    }

    private record Asked(Class<?> serialClass) implements FilterInfo {
        @Override
        public long arrayLength() {
            return -1;
        }

        @Override
        public long depth() {
            return 1;
        }

        @Override
        public long references() {
            return 1;
        }

        @Override
        public long streamBytes() {
            return 1;
        }
    }
}
