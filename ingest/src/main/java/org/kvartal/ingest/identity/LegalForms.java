package org.kvartal.ingest.identity;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Leaves the legal form out of the words of a company's name. Forms are told by their letters alone, so {@code s. r. o.},
 * {@code s.r.o.} and {@code sro} are one. They are looked for at the end, several in a row ({@code Co., Ltd.}), those that
 * precede a name at its beginning too. A name that is nothing but a legal form keeps it.
 */
final class LegalForms {
    private static final int MOST_WORDS = 5;

    private static final Set<String> BEHIND = forms(
            "inc incorporated corp corporation co company llc llp lp ltd limited plc pllc pty pte pvt pvtltd",
            "gmbh mbh ggmbh ag kg kgaa ohg ug gbr ek se gmbhco gmbhcokg agcokg",
            "sro spolsro as vos ks akciovaspolecnost",
            "spzoo spolkazoo spj spk sa kft zrt nyrt bt srl doo dd ad ood eood",
            "sarl sas sasu eurl snc spa sl slu sau lda ltda sadecv sapidecv eireli",
            "bv nv bvba vof ab hb kb oy oyj asa aps ivs uab sia ou",
            "ооо оао зао пао ао тов тоо ип ooo oao zao pao jsc pjsc ojsc cjsc",
            "kk gk sdnbhd bhd tbk");

    private static final Set<String> BEFORE =
            forms("ооо оао зао пао ао тов тоо ип ooo oao zao pao jsc pjsc ojsc cjsc pt uab");

    private LegalForms() {}

    private static Set<String> forms(String... lines) {
        return Stream.of(lines).flatMap(line -> Stream.of(line.split(" "))).collect(Collectors.toUnmodifiableSet());
    }

    static List<String> without(List<String> words) {
        List<String> rest = words;
        for (int length = formBefore(rest); length > 0; length = formBefore(rest)) {
            rest = rest.subList(length, rest.size());
        }
        for (int length = formBehind(rest); length > 0; length = formBehind(rest)) {
            rest = rest.subList(0, rest.size() - length);
        }
        return Words.joiningInitials(rest);
    }

    /** How many of the last words are a legal form; the longest one wins. */
    private static int formBehind(List<String> words) {
        for (int length = longest(words); length > 0; length--) {
            if (BEHIND.contains(String.join("", words.subList(words.size() - length, words.size())))) {
                return length;
            }
        }
        return 0;
    }

    private static int formBefore(List<String> words) {
        for (int length = longest(words); length > 0; length--) {
            if (BEFORE.contains(String.join("", words.subList(0, length)))) {
                return length;
            }
        }
        return 0;
    }

    private static int longest(List<String> words) {
        return Math.min(MOST_WORDS, words.size() - 1);
    }
}
