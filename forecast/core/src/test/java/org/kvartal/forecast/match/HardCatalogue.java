package org.kvartal.forecast.match;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Two lists of products as two shops write them, with the true matches: words are misspelt, cut off, turned round and left
 * out, brands are missing, units are others. Both lists hold the sizes, packs and generations of one product beside each
 * other, and the other list those that the own one lacks.
 */
final class HardCatalogue {
    private static final String[] SYLLABLES =
            "ba ko ri ta mel do su vi lan tor ne qua zo fi gra pen lu hex mi ro sta del wi ka".split(" ");
    private static final String[][] LINES = {
        {"drinks", "orange juice", "mineral water", "ice tea", "cola light", "apple cider", "energy drink"},
        {"food", "dark chocolate", "basmati rice", "ground coffee", "olive oil", "tomato sauce", "rolled oats"},
        {"electronics", "wireless headphones", "memory card", "portable speaker", "tablet", "smart watch", "router"},
        {"tools", "cordless drill", "angle grinder", "jigsaw", "belt sander", "circular saw", "work light"},
    };
    private static final String[] VARIANTS =
            "classic original organic sport premium black white silver red blue mild intense pure plus max".split(" ");
    private static final String[] NOISE = "new sale offer free shipping genuine quality best top bestseller".split(" ");

    private final Random random;
    private final List<MatchItem> own = new ArrayList<>();
    private final List<MatchItem> others = new ArrayList<>();
    private final Map<String, String> ownOfOther = new LinkedHashMap<>();

    /** The own shop writes with care. */
    private enum Shop {
        OWN,
        OTHER
    }

    /** A product before a shop writes it down. */
    private record Thing(
            String brand,
            String line,
            String variant,
            String category,
            String code,
            double size,
            int pack,
            double price) {}

    HardCatalogue(int families, long seed) {
        random = new Random(seed);
        for (int family = 0; family < families; family++) {
            addFamily(family);
        }
        Collections.shuffle(others, random);
    }

    List<MatchItem> own() {
        return own;
    }

    List<MatchItem> others() {
        return others;
    }

    /** The own product of another one; absent where there is none. */
    Map<String, String> truth() {
        return ownOfOther;
    }

    private void addFamily(int family) {
        String[] line = LINES[random.nextInt(LINES.length)];
        String brand = brand();
        String name = line[1 + random.nextInt(line.length - 1)];
        String variant = VARIANTS[random.nextInt(VARIANTS.length)];
        int members = 1 + random.nextInt(4);
        String series = letters(2).toUpperCase(Locale.ROOT);
        int number = 100 + 50 * random.nextInt(18);
        for (int member = 0; member < members; member++) {
            Thing thing = thing(line[0], brand, name, variant, series + (number + 10 * member), member);
            String id = family + "-" + member;
            double fate = random.nextDouble();
            if (fate < 0.8) {
                own.add(written(thing, "o" + id, Shop.OWN));
            }
            if (fate < 0.55 || fate >= 0.8) {
                others.add(written(thing, "x" + id, Shop.OTHER));
                if (fate < 0.8) {
                    ownOfOther.put("x" + id, "o" + id);
                }
            }
        }
    }

    private Thing thing(String category, String brand, String line, String variant, String code, int member) {
        double[] sizes = switch (category) {
            case "drinks" -> new double[] {330, 500, 1000, 1500};
            case "food" -> new double[] {250, 500, 750, 1000};
            case "electronics" -> new double[] {32000, 64000, 128000, 256000};
            default -> new double[] {500, 750, 1100, 1400};
        };
        boolean isFood = category.equals("drinks") || category.equals("food");
        int pack = isFood && random.nextInt(3) == 0 ? 6 : 1;
        double size = sizes[isFood ? random.nextInt(sizes.length) : member];
        String colour = member > 1 ? VARIANTS[random.nextInt(VARIANTS.length)] : variant;
        double price = (isFood ? size / 200 * pack : 40 + size / 40) * Math.exp(random.nextGaussian() * 0.3);
        return new Thing(brand, line, colour, category, isFood ? "" : code, size, pack, price);
    }

    private String brand() {
        return letters(2 + random.nextInt(2));
    }

    private String letters(int syllables) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            text.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private MatchItem written(Thing thing, String id, Shop shop) {
        List<String> words = new ArrayList<>();
        boolean isBrandInName = shop == Shop.OWN || random.nextInt(3) > 0;
        if (isBrandInName) {
            words.add(thing.brand());
        }
        words.addAll(List.of(thing.line().split(" ")));
        words.add(thing.variant());
        if (shop == Shop.OTHER) {
            spoil(words);
        }
        if (!thing.code().isEmpty() && (shop == Shop.OWN || random.nextInt(5) > 0)) {
            words.add(
                    shop == Shop.OTHER && random.nextBoolean()
                            ? thing.code().replaceFirst("(\\d)", "-$1")
                            : thing.code());
        }
        words.add(size(thing, shop));
        String brand = shop == Shop.OTHER && random.nextInt(3) == 0 ? "" : thing.brand();
        double price = thing.price() * (shop == Shop.OTHER ? Math.exp(random.nextGaussian() * 0.15) : 1);
        return new MatchItem(id, String.join(" ", words), thing.category(), brand, price, 0, "", "", "", Map.of());
    }

    private void spoil(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            double fate = random.nextDouble();
            if (fate < 0.1 && word.length() > 4) {
                int place = 1 + random.nextInt(word.length() - 2);
                words.set(i, word.substring(0, place) + word.substring(place + 1));
            } else if (fate < 0.2 && word.length() > 5) {
                words.set(i, word.substring(0, 4));
            } else if (fate < 0.25 && word.length() > 4) {
                words.set(i, word.charAt(0) + word.substring(1).replaceAll("[aeiou]", ""));
            }
        }
        if (random.nextInt(4) == 0) {
            Collections.shuffle(words, random);
        }
        if (random.nextInt(5) == 0 && words.size() > 3) {
            words.remove(words.size() - 1);
        }
        if (random.nextInt(4) == 0) {
            words.add(NOISE[random.nextInt(NOISE.length)]);
        }
    }

    private String size(Thing thing, Shop shop) {
        boolean isSmall = shop == Shop.OWN || random.nextBoolean();
        double thousand = thing.size() / 1000;
        String big = thousand == Math.rint(thousand) ? "%.0f".formatted(thousand) : ("" + thousand).replace('.', ',');
        String text = switch (thing.category()) {
            case "drinks" -> isSmall ? "%.0f ml".formatted(thing.size()) : big + "L";
            case "food" -> isSmall ? "%.0fg".formatted(thing.size()) : big + " kg";
            case "electronics" -> "%.0f%s".formatted(thousand, isSmall ? "GB" : " gb");
            default -> isSmall ? "%.0fW".formatted(thing.size()) : big + " kW";
        };
        if (thing.pack() == 1) {
            return text;
        }
        return isSmall ? thing.pack() + "x" + text : text + " pack of " + thing.pack();
    }
}
