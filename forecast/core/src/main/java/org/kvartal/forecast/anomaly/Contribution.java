package org.kvartal.forecast.anomaly;

import java.util.List;

/**
 * What an element adds to the deviation of the whole.
 * <pre>
 *   explained = (actual - expected) / (sum of actual - sum of expected)          adds up to 1 over the dimension
 *   surprise  = (p ln(2 p / (p + q)) + q ln(2 q / (p + q))) / 2                   p expected, q actual share
 * </pre>
 * The largest member explains most of any change; surprise tells whether its share changed. Source: Bhagwan et al.
 * (2014), Adtributor: revenue debugging in advertising systems, NSDI, sections 4.2 and 4.3, with natural logarithms.
 *
 * @param change actual - expected, in the element's unit
 */
public record Contribution(Element element, double change, double explained, double surprise) {
    /** One for each element, in their order. */
    public static List<Contribution> of(List<Element> elements) {
        double expected = elements.stream().mapToDouble(Element::expected).sum();
        double actual = elements.stream().mapToDouble(Element::actual).sum();
        return elements.stream()
                .map(element -> new Contribution(
                        element,
                        element.actual() - element.expected(),
                        actual == expected ? 0 : (element.actual() - element.expected()) / (actual - expected),
                        surprise(share(element.expected(), expected), share(element.actual(), actual))))
                .toList();
    }

    private static double share(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }

    private static double surprise(double p, double q) {
        return Math.max(0, (term(p, q) + term(q, p)) / 2);
    }

    private static double term(double p, double q) {
        return p <= 0 ? 0 : p * Math.log(2 * p / (p + Math.max(0, q)));
    }
}
