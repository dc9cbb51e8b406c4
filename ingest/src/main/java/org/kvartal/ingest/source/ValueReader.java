package org.kvartal.ingest.source;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kvartal.ingest.lake.ColumnType;

/**
 * Text into a value of a declared type, and how values are kept: money with two decimals and rates with ten, rounded
 * half up; points in time in UTC, to the microsecond.
 *
 * <p>A time without a zone is one of the source's zone. Where clocks are set back, the earlier of the two instants is
 * meant; where they are set forward, a time in the gap is moved on by the length of the gap.
 */
final class ValueReader {
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,19}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,40}(\\.[0-9]{0,40})?([eE][+-]?[0-9]{1,3})?");
    /** Midnight may stand behind a date: many programs know no dates but points in time. */
    private static final Pattern DATE =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ]00:00(?::00(?:\\.0{1,9})?)?)?");

    private static final Pattern INSTANT =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,9})?)?)"
                    + " ?(Z|UTC|[+-][0-9]{2}(?::?[0-9]{2})?)?");
    private static final Map<String, Boolean> FLAGS = Map.of(
            "true", true, "t", true, "yes", true, "1", true, "false", false, "f", false, "no", false, "0", false);
    private static final int LARGEST_EXPONENT = 40;
    private static final int NANOS_OF_MICRO = 1_000;

    private final ZoneId zone;

    ValueReader(ZoneId zone) {
        this.zone = zone;
    }

    /** What the text of a type must be, as the rest of a sentence. */
    static String rule(ColumnType type) {
        return switch (type) {
            case ID, TEXT -> "must be text";
            case INTEGER -> "must be a whole number of at most 64 bits";
            case NUMBER -> "must be a finite number, as 12.5";
            case MONEY -> "must be an amount of at most 16 digits before the point, as 1234.50";
            case RATE -> "must be a factor of at most 10 digits before the point, as 1.0825";
            case DATE -> "must be a date, as 2024-12-31";
            case INSTANT -> "must be a date and time, as 2024-12-31 23:59:59";
            case FLAG -> "must be true or false, yes or no, 1 or 0";
        };
    }

    /** The value that a text means; empty when it means none of the type. Blanks around it do not matter. */
    Optional<?> read(ColumnType type, String text) {
        String bare = text.strip();
        return switch (type) {
            case ID, TEXT -> Optional.of(text);
            case INTEGER -> integer(bare);
            case NUMBER -> decimal(bare).map(BigDecimal::doubleValue).filter(Double::isFinite);
            case MONEY, RATE -> decimal(bare).flatMap(value -> kept(type, value));
            case DATE -> date(bare);
            case INSTANT -> instant(bare);
            case FLAG -> Optional.ofNullable(FLAGS.get(bare.toLowerCase(Locale.ROOT)));
        };
    }

    private static Optional<Long> integer(String text) {
        if (!IsoText.isWhole(text) && !INTEGER.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException moreThan64Bits) {
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> decimal(String text) {
        return IsoText.isDecimal(text) || DECIMAL.matcher(text).matches()
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }

    /** A decimal as the lake keeps it; empty when it has too many digits before the point. */
    static Optional<BigDecimal> kept(ColumnType type, BigDecimal value) {
        int precision = type == ColumnType.MONEY ? 18 : 20;
        int scale = type == ColumnType.MONEY ? 2 : 10;
        if (value.precision() - value.scale() > LARGEST_EXPONENT) {
            return Optional.empty();
        }
        return Optional.of(value.setScale(scale, RoundingMode.HALF_UP)).filter(kept -> kept.precision() <= precision);
    }

    private static Optional<LocalDate> date(String text) {
        try {
            LocalDate plain = IsoText.date(text);
            if (plain != null) {
                return Optional.of(plain);
            }
            Matcher matcher = DATE.matcher(text);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            return Optional.of(LocalDate.parse(matcher.group(1)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private Optional<OffsetDateTime> instant(String text) {
        try {
            LocalDateTime plain = IsoText.time(text);
            if (plain != null) {
                return Optional.of(kept(plain));
            }
            Matcher matcher = INSTANT.matcher(text);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            LocalDateTime local = LocalDateTime.parse(matcher.group(1) + "T" + matcher.group(2));
            String offset = matcher.group(3);
            return Optional.of(offset == null ? kept(local) : kept(local.atOffset(offset(offset))));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static ZoneOffset offset(String text) {
        return text.equals("UTC") ? ZoneOffset.UTC : ZoneOffset.of(text);
    }

    OffsetDateTime kept(LocalDateTime local) {
        return kept(local.atZone(zone).toOffsetDateTime());
    }

    static OffsetDateTime kept(OffsetDateTime instant) {
        if (instant.getOffset().equals(ZoneOffset.UTC) && instant.getNano() % NANOS_OF_MICRO == 0) {
            return instant;
        }
        return instant.withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }
}
