package org.kvartal.jobs.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.springframework.batch.core.repository.ExecutionContextSerializer;

/**
 * Stores execution contexts as text, one {@code key=value} a line. Values are text or whole numbers and nothing else:
 * reading one back can create no other object, unlike Java serialisation (CVE-2026-47878, CVE-2026-47875).
 */
public final class PlainContextSerializer implements ExecutionContextSerializer {

    @Override
    public void serialize(Map<String, Object> context, OutputStream out) throws IOException {
        Properties lines = new Properties();
        context.forEach((key, value) -> lines.setProperty(key, encoded(key, value)));
        lines.store(new OutputStreamWriter(out, StandardCharsets.UTF_8), null);
    }

    private static String encoded(String key, Object value) {
        if (value instanceof Long || value instanceof Integer) {
            return "n:" + value;
        }
        if (value instanceof String || value instanceof Class<?>) {
            return "t:" + (value instanceof Class<?> type ? type.getName() : value);
        }
        throw new IllegalArgumentException("Invalid execution context: " + key + " is a "
                + value.getClass().getName() + ", must be text or a whole number");
    }

    @Override
    public Map<String, Object> deserialize(InputStream in) throws IOException {
        Properties lines = new Properties();
        lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        Map<String, Object> context = new HashMap<>();
        lines.stringPropertyNames().forEach(key -> context.put(key, decoded(lines.getProperty(key))));
        return context;
    }

    private static Object decoded(String text) {
        String value = text.substring(2);
        return text.startsWith("n:") ? (Object) Long.valueOf(value) : value;
    }
}
