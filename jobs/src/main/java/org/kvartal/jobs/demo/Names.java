package org.kvartal.jobs.demo;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Invented names. Whoever bears one of them does so by accident. */
final class Names {
    private static final List<String> GIVEN = List.of(
            "Adela", "Bruno", "Clara", "Daniel", "Elena", "Filip", "Greta", "Hugo", "Ivana", "Jonas", "Karla", "Leo",
            "Mira", "Niko", "Olga", "Pavel", "Renata", "Simon", "Tereza", "Urban", "Vera", "Wanda", "Xenia", "Yvonne",
            "Zoran", "Alma", "Boris", "Dora", "Emil", "Flora", "Georg", "Hana", "Igor", "Julia", "Kamil", "Lena",
            "Marek", "Nina", "Oskar", "Petra");
    private static final List<String> FAMILY_START = List.of(
            "Bal", "Cer", "Dol", "Far", "Gor", "Hal", "Jar", "Kol", "Lan", "Mor", "Nov", "Orl", "Pol", "Rad", "Sel",
            "Tom", "Urb", "Val", "Wer", "Zel", "Bran", "Drev", "Grun", "Krist", "Mal");
    private static final List<String> FAMILY_END = List.of(
            "ak", "an", "ar", "berg", "dal", "eck", "er", "ic", "in", "kov", "man", "nik", "o", "sen", "sky", "ov",
            "ula", "ier", "este", "ini");
    private static final List<String> COMPANY_START = List.of(
            "Al", "Ber", "Cal", "Dor", "El", "Fen", "Gal", "Hel", "Ist", "Jor", "Kal", "Lum", "Mar", "Nor", "Or", "Pel",
            "Quil", "Ros", "Sil", "Tar", "Ul", "Vel", "Wes", "Xan", "Yor", "Zen", "Bri", "Cro", "Dra", "Tre");
    private static final List<String> COMPANY_MIDDLE =
            List.of("a", "e", "i", "o", "u", "an", "en", "in", "or", "ia", "ev", "al", "im", "ond", "ast");
    private static final List<String> COMPANY_END = List.of(
            "bra", "cor", "dex", "gon", "lis", "mont", "nova", "pex", "ra", "ston", "tec", "tis", "vin", "wick", "zar");
    private static final List<String> TRADES = List.of(
            "Foods",
            "Chemicals",
            "Plastics",
            "Pharma",
            "Water",
            "Metals",
            "Paper",
            "Energy",
            "Textiles",
            "Glass",
            "Ceramics",
            "Dairy");

    private final Dice dice;
    private final Set<String> companies = new HashSet<>();

    Names(Dice dice) {
        this.dice = dice;
    }

    /** A person: given name and family name. */
    record Person(String given, String family) {
        String full() {
            return given + " " + family;
        }

        String mailAt(String domain) {
            return plain(given) + "." + plain(family) + "@" + domain;
        }
    }

    Person person() {
        return new Person(dice.pick(GIVEN), dice.pick(FAMILY_START) + dice.pick(FAMILY_END));
    }

    /** A company name not given out before, without its legal form. */
    String company() {
        while (true) {
            String name = dice.pick(COMPANY_START) + dice.pick(COMPANY_MIDDLE) + dice.pick(COMPANY_END);
            String full = name + " " + dice.pick(TRADES);
            if (companies.add(full)) {
                return full;
            }
        }
    }

    /** A mail domain that can belong to nobody. */
    static String domain(String company) {
        return plain(company) + ".example";
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z0-9]", "")
                .toLowerCase(Locale.ROOT);
    }
}
