package org.kvartal.reports.fact;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.PluralRules;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How sentences, numbers and dates are written in one language; the only place that turns them into text. */
public final class Language {
    /** ISO 639 codes of the languages that the product speaks. */
    public static final List<String> CODES = List.of("en", "ru", "sk", "pl", "fa");

    private static final String MINUS = "\u2212";
    private static final String DASH = "\u2013";
    private static final String SPACE = "\u00a0";
    private static final Map<String, String> CURRENCY_SIGNS =
            Map.of("EUR", "€", "USD", "$", "GBP", "£", "PLN", "zł", "CZK", "Kč", "RUB", "₽");
    private static final int SIGNIFICANT_DIGITS = 3;

    /** Stands for a number too large to be written with all its digits. */
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private final Locale locale;
    private final Numerals numerals;
    private final Dates dates;
    private final Catalogue catalogue;
    private final PluralRules plurals;

    private Language(Locale locale) {
        this.locale = locale;
        this.numerals = Numerals.of(locale);
        this.dates = Dates.of(locale);
        this.catalogue = Catalogue.of(locale.getLanguage());
        this.plurals = PluralRules.forLocale(locale);
    }

    public static Language of(Locale locale) {
        return new Language(locale);
    }

    public Locale locale() {
        return locale;
    }

    public boolean isRightToLeft() {
        return locale.getLanguage().equals("fa");
    }

    /** On which side the language begins to read, as HTML has it. */
    public String direction() {
        return isRightToLeft() ? "rtl" : "ltr";
    }

    /** Names in the order of the language's dictionary. */
    public Comparator<String> order() {
        return Collator.getInstance(locale)::compare;
    }

    /** A message without places that is not written in a source, as a word of a template. */
    public String say(String message) {
        return Text.stored(message).print(this);
    }

    /** The message in this language, its places still empty; the English one if it is not translated. */
    String translated(String message) {
        return catalogue.translated(message);
    }

    /** Words of the product that a table holds in English. */
    String phrase(String english) {
        return Phrases.text(english).print(this);
    }

    /** Which form of a noun the number takes: a keyword of CLDR's plural rules. */
    String plural(Span argument) {
        BigDecimal number = BigDecimal.ZERO;
        if (argument instanceof Span.Digits digits) {
            number = digits.number();
        } else if (argument instanceof Span.Tally tally) {
            number = BigDecimal.valueOf(tally.number());
        } else if (argument instanceof Fact fact) {
            number = fact.number()
                    .map(exact -> exact.setScale(fact.unit().decimals(), RoundingMode.HALF_UP))
                    .orElse(BigDecimal.ZERO);
        }
        return plurals.select((Scale.isSmall(number) ? number.abs() : THOUSAND).doubleValue());
    }

    /** For sentences and key figures: at most three or four digits, with the unit. */
    public String brief(Fact fact) {
        return fact.number().map(number -> brief(number, fact.unit())).orElseGet(() -> words(fact));
    }

    /** All digits, with the unit. */
    public String exact(Fact fact) {
        return fact.number()
                .map(number -> withUnit(number, fact.unit(), Scale.exact(fact.unit())))
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

    /** A number that belongs to a name: its digits without groups. */
    public String digits(BigDecimal number) {
        return number.scale() > 0 ? numerals.write(number.toPlainString()) : numerals.digits(number.toPlainString());
    }

    String tally(long number) {
        return cell(BigDecimal.valueOf(number), Unit.count(""), new Scale(0, 0));
    }

    String offset(long number) {
        return cell(BigDecimal.valueOf(number), Unit.count("").asChange(), new Scale(0, 0));
    }

    public String date(LocalDate date) {
        return dates.day(date);
    }

    String moment(Moment moment) {
        return switch (moment.form()) {
            case DAY -> dates.day(moment.day());
            case MONTH -> dates.month(moment.day());
            case SHORT_MONTH -> dates.shortMonth(moment.day());
            case SOLAR_MONTH -> dates.solarMonth(moment.day());
        };
    }

    /** The unit as a heading names it: "k EUR", "%", "opportunities". */
    public String unitName(Unit unit, Scale scale) {
        String prefix = prefix(scale);
        String symbol = isRate(unit) ? numerals.percent().replace(SPACE, "") : noun(unit, THOUSAND);
        return prefix.isEmpty() || symbol.isEmpty() ? prefix + symbol : prefix + SPACE + symbol;
    }

    private String brief(BigDecimal number, Unit unit) {
        if (Scale.isSmall(number) || unit.isFraction()) {
            return withUnit(number, unit, Scale.exact(unit));
        }
        BigDecimal rounded = number.round(new MathContext(SIGNIFICANT_DIGITS, RoundingMode.HALF_UP));
        return withUnit(number, unit, Scale.brief(rounded, unit, SIGNIFICANT_DIGITS));
    }

    private String withUnit(BigDecimal number, Unit unit, Scale scale) {
        String digits = signed(number, unit, scale) + (scale.exponent() == 0 ? "" : SPACE + prefix(scale));
        return switch (unit.kind()) {
            case MONEY -> withCurrency(digits, unit.symbol());
            case RATE -> digits + numerals.percent();
            case POINTS, MEASURE ->
                unit.symbol().isEmpty()
                        ? digits
                        : digits + SPACE + noun(unit, number.setScale(scale.decimals(), RoundingMode.HALF_UP));
            case COUNT, DATE, TEXT, PHRASE -> digits;
        };
    }

    private String prefix(Scale scale) {
        return scale.exponent() == 0 ? "" : say(scale.prefix());
    }

    /** The unit's noun in the form that the number asks for. */
    private String noun(Unit unit, BigDecimal number) {
        if (unit.symbol().isEmpty() || unit.kind() == Unit.Kind.MONEY || !Sentence.isPlain(unit.symbol())) {
            return unit.symbol();
        }
        return new Text(unit.symbol(), List.of(new Span.Digits(number))).print(this);
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
            case -1 -> numerals.signMark() + MINUS + digits;
            case 1 -> unit.sign() == Unit.Sign.ALWAYS ? numerals.signMark() + "+" + digits : digits;
            default -> digits;
        };
    }

    private String words(Fact fact) {
        if (fact.value() instanceof Value.Day day) {
            return date(day.date());
        }
        if (fact.value() instanceof Value.Phrase phrase) {
            return phrase(phrase.english());
        }
        return fact.value() instanceof Value.Words text ? text.words() : DASH;
    }

    private static boolean isRate(Unit unit) {
        return unit.kind() == Unit.Kind.RATE;
    }
}
