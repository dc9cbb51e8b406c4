package org.kvartal.forecast.match;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a product's name says, taken apart.
 * <pre>
 *   Cola Zero 6x330 ml    words cola, zero    size 330 ml    pack 6
 *   WH-1000XM4 Headphones, 0,25kW    words headphones    code wh1000xm4    size 250 W
 * </pre>
 * A comma before three digits parts thousands, any other comma and every point decimals. Numbers with x between them count a
 * pack before a mass or a volume, and are sides before a length. What holds a digit and is no size is a code.
 *
 * @param words letters only, in their order
 * @param codes with a digit, without hyphens, points and slashes
 * @param sizes one of each dimension, the largest
 * @param pack how many pieces; empty when nothing is said
 * @param run all letters and digits but those of sizes, without blanks: a code is one however it is parted
 */
public record ProductName(
        List<String> words, Set<String> codes, Map<Dimension, Measure> sizes, OptionalInt pack, String run) {
    private static final String NUMBER = "\\d{1,9}(?:[.,]\\d{1,6})?";
    private static final Pattern SIZE = Pattern.compile("(?<![\\p{L}\\d.,])((?:" + NUMBER + " ?x ?){0,3})(" + NUMBER
            + ") ?-?(" + Measure.spellings() + ")(?![\\p{L}\\d])");
    private static final Pattern PACK = Pattern.compile("(?<![\\p{L}\\d.,])(?:"
            + "(?:pack|set|box|case|bundle|lot) ?(?:of|a)? ?(\\d{1,4})(?! ?x)"
            + "|(\\d{1,4})[ -]?(?:packs?|pk|pcs?|pieces?|pce|stk|stuck|ct|count|er[ -]?pack|er|units?|tlg)"
            + "|(\\d{1,4}) ?x(?= ?\\p{L})|x ?(\\d{1,4}))(?![\\p{L}\\d])");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d),(?=\\d{3}(?!\\d))");
    private static final Pattern INNER = Pattern.compile("(?<=[\\p{L}\\d])[-./_](?=[\\p{L}\\d])");
    private static final int MOST_PIECES = 9999;

    public ProductName {
        words = List.copyOf(words);
        codes = Set.copyOf(codes);
        sizes = Map.copyOf(sizes);
    }

    public static ProductName of(String name) {
        Parts parts = new Parts();
        String rest = parts.takePack(
                parts.takeSizes(THOUSANDS.matcher(PlainText.of(name)).replaceAll("")));
        List<String> words = new ArrayList<>();
        Set<String> codes = new LinkedHashSet<>();
        for (String token : rest.split(" ")) {
            boolean isCode = token.chars().anyMatch(Character::isDigit);
            String[] pieces = isCode
                    ? new String[] {PlainText.words(INNER.matcher(token).replaceAll(""))}
                    : PlainText.words(token).split(" ");
            for (String piece : pieces) {
                (piece.isEmpty() ? new ArrayList<String>() : isCode ? codes : words).add(piece.replace(" ", ""));
            }
        }
        OptionalInt pack = parts.pack > 0 ? OptionalInt.of(parts.pack) : OptionalInt.empty();
        return new ProductName(
                words, codes, parts.sizes, pack, PlainText.words(rest).replace(" ", ""));
    }

    /** Collects what is taken out of the text. */
    private static final class Parts {
        private final Map<Dimension, Measure> sizes = new EnumMap<>(Dimension.class);
        private int pack;

        String takeSizes(String text) {
            return SIZE.matcher(text).replaceAll(found -> {
                String[] counts = found.group(1).isEmpty()
                        ? new String[0]
                        : found.group(1).split(" ?x ?");
                String unit = found.group(3).replaceAll("[ .]", "");
                Measure size = Measure.of(number(found.group(2)), unit).orElseThrow();
                keep(size);
                for (String count : counts) {
                    if (size.dimension().isContent()) {
                        pack = Math.min(MOST_PIECES, Math.max(1, pack) * (int) Math.max(1, number(count)));
                    } else {
                        Measure.of(number(count), unit).ifPresent(this::keep);
                    }
                }
                return " ";
            });
        }

        private void keep(Measure size) {
            if (size.amount() > 0) {
                sizes.merge(size.dimension(), size, (a, b) -> a.amount() >= b.amount() ? a : b);
            }
        }

        String takePack(String text) {
            if (pack > 0) {
                return text;
            }
            Matcher found = PACK.matcher(text);
            StringBuilder rest = new StringBuilder();
            while (found.find()) {
                pack = Math.max(pack, Integer.parseInt(firstGroup(found)));
                found.appendReplacement(rest, " ");
            }
            return found.appendTail(rest).toString();
        }

        private static String firstGroup(Matcher found) {
            for (int i = 1; i <= found.groupCount(); i++) {
                @Nullable String group = found.group(i);
                if (group != null) {
                    return group;
                }
            }
            throw new IllegalStateException("Cannot count a pack without a number: " + found.group());
        }

        private static double number(String text) {
            return Double.parseDouble(text.replace(',', '.'));
        }
    }
}
