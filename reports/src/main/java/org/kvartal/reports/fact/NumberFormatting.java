package org.kvartal.reports.fact;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How numbers and dates are written in one language; the only place that turns them into text. */
public final class NumberFormatting {
    private static final String MINUS = "\u2212";
    private static final String DASH = "\u2013";
    private static final String SPACE = "\u00a0";
    private static final Map<String, String> CURRENCY_SIGNS =
            Map.of("EUR", "€", "USD", "$", "GBP", "£", "PLN", "zł", "CZK", "Kč", "RUB", "₽");
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
    private static final int SIGNIFICANT_DIGITS = 3;

    private final Locale locale;
    private final Numerals numerals;
    private final DateTimeFormatter dates;

    private NumberFormatting(Locale locale) {
        this.locale = locale;
        this.numerals = Numerals.of(locale);
        this.dates = DateTimeFormatter.ofPattern("d MMM uuuu", locale);
    }

    public static NumberFormatting of(Locale locale) {
        return new NumberFormatting(locale);
    }

    public Locale locale() {
        return locale;
    }

    /** For sentences and key figures: at most three or four digits, with the unit. */
    public String brief(Fact fact) {
        return fact.number().map(number -> brief(number, fact.unit())).orElseGet(() -> words(fact));
    }

    /** All digits, with the unit. */
    public String exact(Fact fact) {
        return fact.number()
                .map(number ->
                        withUnit(number, fact.unit(), new Scale(0, fact.unit().decimals())))
                .orElseGet(() -> words(fact));
    }

    /** For tables and axes, where the unit stands in the heading. */
    public String cell(Fact fact, Scale scale) {
        return fact.number().map(number -> cell(number, fact.unit(), scale)).orElseGet(() -> words(fact));
    }

    /** A number that is not a fact, as the mark of an axis. */
    public String cell(BigDecimal number, Unit unit, Scale scale) {
        return signed(number, unit, scale) + (isRate(unit) ? numerals.percent() : "");
    }

    public String count(long number) {
        return cell(BigDecimal.valueOf(number), Unit.count(""), new Scale(0, 0));
    }

    public String date(LocalDate date) {
        return numerals.digits(dates.format(date));
    }

    /** The unit as a heading names it: "k EUR", "%", "opportunities". */
    public String unitName(Unit unit, Scale scale) {
        String prefix = scale.prefix();
        String symbol = isRate(unit) ? numerals.percent().strip() : unit.symbol();
        return prefix.isEmpty() || symbol.isEmpty() ? prefix + symbol : prefix + SPACE + symbol;
    }

    /** All digits that the unit has. */
    public static Scale exactScale(Unit unit) {
        return new Scale(0, unit.decimals());
    }

    /** One scale for all the facts, in which the largest has at most four digits before the decimal mark. */
    public static Scale commonScale(Unit unit, Collection<Fact> facts) {
        Optional<BigDecimal> largest = facts.stream()
                .map(Fact::number)
                .flatMap(Optional::stream)
                .map(BigDecimal::abs)
                .max(Comparator.naturalOrder());
        if (unit.isFraction() || largest.isEmpty() || largest.get().compareTo(TEN_THOUSAND) < 0) {
            return exactScale(unit);
        }
        int digits = integerDigits(largest.get());
        int exponent = Math.min(9, (digits - 2) / 3 * 3);
        return new Scale(exponent, digits - exponent <= 2 ? 1 : 0);
    }

    private String brief(BigDecimal number, Unit unit) {
        boolean small = number.abs().compareTo(TEN_THOUSAND) < 0;
        if (small || unit.isFraction()) {
            return withUnit(number, unit, exactScale(unit));
        }
        BigDecimal rounded = number.round(new MathContext(SIGNIFICANT_DIGITS, RoundingMode.HALF_UP));
        int digits = integerDigits(rounded);
        int exponent = Math.min(9, (digits - 1) / 3 * 3);
        int decimals = Math.max(0, SIGNIFICANT_DIGITS - (digits - exponent));
        return withUnit(number, unit, new Scale(exponent, decimals));
    }

    private static int integerDigits(BigDecimal number) {
        return number.precision() - number.scale();
    }

    private String withUnit(BigDecimal number, Unit unit, Scale scale) {
        String digits = signed(number, unit, scale) + (scale.exponent() == 0 ? "" : SPACE + scale.prefix());
        return switch (unit.kind()) {
            case MONEY -> withCurrency(digits, unit.symbol());
            case RATE -> digits + numerals.percent();
            case POINTS, MEASURE -> unit.symbol().isEmpty() ? digits : digits + SPACE + unit.symbol();
            case COUNT, DATE, TEXT -> digits;
        };
    }

    private String withCurrency(String digits, String code) {
        String sign = CURRENCY_SIGNS.getOrDefault(code, code);
        if (code.isEmpty()) {
            return digits;
        }
        if (numerals.currencyPlace() == Numerals.CurrencyPlace.BEHIND || sign.equals(code)) {
            return digits + SPACE + sign;
        }
        boolean hasSign = digits.startsWith(MINUS) || digits.startsWith("+");
        return hasSign ? digits.charAt(0) + sign + digits.substring(1) : sign + digits;
    }

    private String signed(BigDecimal number, Unit unit, Scale scale) {
        int shift = unit.isFraction() ? 2 : -scale.exponent();
        BigDecimal rounded = number.scaleByPowerOfTen(shift).setScale(scale.decimals(), RoundingMode.HALF_UP);
        String digits = numerals.write(rounded.abs().toPlainString());
        return switch (rounded.signum()) {
            case -1 -> MINUS + digits;
            case 1 -> unit.sign() == Unit.Sign.ALWAYS ? "+" + digits : digits;
            default -> digits;
        };
    }

    private String words(Fact fact) {
        if (fact.value() instanceof Value.Day day) {
            return date(day.date());
        }
        return fact.value() instanceof Value.Words text ? text.words() : DASH;
    }

    private static boolean isRate(Unit unit) {
        return unit.kind() == Unit.Kind.RATE;
    }
}
