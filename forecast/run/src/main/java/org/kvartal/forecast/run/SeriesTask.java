package org.kvartal.forecast.run;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.TimeSeries;

/** One series to forecast from one point of time, as it is sent to where it is forecast. */
final class SeriesTask implements Serializable {
    static final Levels LEVELS = Levels.of(0.80, 0.95);

    private static final long serialVersionUID = 1;
    private static final double CENTS = 100;
    private static final int FINGERPRINT_BYTES = 16;

    private final String fingerprint;
    private final double[] values;
    private final int season;
    private final int horizon;

    private SeriesTask(String fingerprint, TimeSeries history, int horizon) {
        this.fingerprint = fingerprint;
        this.values = history.toArray();
        this.season = history.season();
        this.horizon = horizon;
    }

    /**
     * Values are taken to the cent: the last bits of a sum depend on the order of its parts.
     *
     * @param engine what tells one version of the methods from another
     */
    static SeriesTask of(TimeSeries history, int horizon, String engine) {
        TimeSeries exact = history.withValues(Arrays.stream(history.toArray())
                .map(value -> Math.rint(value * CENTS) / CENTS)
                .toArray());
        return new SeriesTask(fingerprint(exact, horizon, engine), exact, horizon);
    }

    private static String fingerprint(TimeSeries history, int horizon, String engine) {
        byte[] version = engine.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(version.length + 2 * Integer.BYTES + history.length() * Double.BYTES)
                .put(version)
                .putInt(horizon)
                .putInt(history.season());
        for (int t = 0; t < history.length(); t++) {
            bytes.putDouble(history.value(t));
        }
        return hash(bytes.array());
    }

    /** A short name for some bytes, alike for the same bytes only. */
    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot compute a fingerprint: " + e.getMessage(), e);
        }
    }

    String fingerprint() {
        return fingerprint;
    }

    TimeSeries history() {
        return TimeSeries.seasonal(values, season);
    }

    int horizon() {
        return horizon;
    }
}
