package org.kvartal.jobs.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

class PlainContextSerializerTest {
    private final PlainContextSerializer serializer = new PlainContextSerializer();

    @Test
    void givesBackTextAndWholeNumbers() throws IOException {
        Map<String, Object> context =
                Map.of("step name", "load-tables", "odd = text", "a=b\n# č \\u0041 ", "empty", "", "jobs", -17L);

        assertThat(restored(stored(context))).isEqualTo(context);
    }

    @Test
    void givesBackEveryWholeNumberAsALong() throws IOException {
        assertThat(restored(stored(Map.of("jobs", 17)))).isEqualTo(Map.of("jobs", 17L));
    }

    @Test
    void keepsOfAClassOnlyItsName() throws IOException {
        assertThat(restored(stored(Map.of("batch.taskletType", List.class))))
                .isEqualTo(Map.of("batch.taskletType", "java.util.List"));
    }

    @Test
    void refusesEverythingElse() {
        assertThatThrownBy(() -> stored(Map.of("day", LocalDate.EPOCH)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid execution context: day is a java.time.LocalDate, must be text or a whole number");
        assertThatThrownBy(() -> stored(Map.of("share", 0.5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid execution context: share is a java.lang.Double, must be text or a whole number");
        assertThatThrownBy(() -> stored(Map.of("canary", new Canary())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid execution context: canary is a " + Canary.class.getName()
                        + ", must be text or a whole number");
    }

    @Test
    void wakesNoObjectThatIsHiddenInAStoredContext() throws IOException {
        byte[] hidden = javaSerialized(new HashMap<>(Map.of("canary", new Canary())));
        Canary.woken = false;
        Object read = catchThrowable(() -> restored(hidden));

        assertThat(Canary.woken).as("woken by " + read).isFalse();
        assertThat(restored("canary=t\\:" + Canary.class.getName()))
                .isEqualTo(Map.of("canary", Canary.class.getName()));
    }

    @Test
    void wouldHaveBeenFooledByJavaSerialisation() throws IOException, ClassNotFoundException {
        Canary.woken = false;
        new ObjectInputStream(new ByteArrayInputStream(javaSerialized(new Canary()))).readObject();
        assertThat(Canary.woken).isTrue();
    }

    private byte[] stored(Map<String, Object> context) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        serializer.serialize(context, out);
        return out.toByteArray();
    }

    private Map<String, Object> restored(String text) throws IOException {
        return restored(text.getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, Object> restored(byte[] bytes) throws IOException {
        return serializer.deserialize(new ByteArrayInputStream(bytes));
    }

    private static byte[] javaSerialized(Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    /** Tells when Java serialisation has created one of its kind. */
    private static final class Canary implements Serializable {
        private static boolean woken;

        private void readObject(ObjectInputStream in) {
            woken = true;
        }
    }
}
