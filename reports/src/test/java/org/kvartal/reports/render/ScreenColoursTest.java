package org.kvartal.reports.render;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The colours of the screen, light and dark, by the formulas of WCAG 2.1 (1.4.3 and 1.4.11). */
class ScreenColoursTest {
    private static final Pattern ROOT = Pattern.compile(":root \\{(.*?)\\}", Pattern.DOTALL);
    private static final Pattern COLOUR = Pattern.compile("--([a-z]+): #([0-9a-f]{6});");

    /**
     * How the red, green and blue of a screen look to the colour-blind, in linear light; severity 1. Source: Machado,
     * Oliveira and Fernandes (2009), A physiologically-based model for simulation of color vision deficiency, table 1.
     */
    private static final double[][][] VISIONS = {
        {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
        {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
        {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
        {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}
    };

    static Stream<Map<String, double[]>> schemes() throws Exception {
        Matcher roots = ROOT.matcher(Resource.text("/style/screen.css"));
        return roots.results().limit(2).map(root -> colours(root.group(1))).toList().stream();
    }

    private static Map<String, double[]> colours(String rules) {
        Map<String, double[]> colours = new HashMap<>();
        COLOUR.matcher(rules).results().forEach(one -> colours.put(one.group(1), linear(one.group(2))));
        return colours;
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void letsEveryTextBeRead(Map<String, double[]> scheme) {
        for (String text : List.of("ink", "quiet", "accent", "worse")) {
            for (String ground : List.of("paper", "raised")) {
                assertThat(contrast(scheme.get(text), scheme.get(ground)))
                        .as(text + " on " + ground)
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
        assertThat(contrast(scheme.get("accent"), scheme.get("wash"))).isGreaterThanOrEqualTo(4.5);
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void letsEveryMarkBeSeen(Map<String, double[]> scheme) {
        for (String mark : List.of("actual", "prior", "accent", "loss")) {
            assertThat(contrast(scheme.get(mark), scheme.get("paper"))).as(mark).isGreaterThanOrEqualTo(3);
        }
    }

    /** Lightness alone tells them apart, so that neither a printer without colour nor any eye confuses them. */
    @ParameterizedTest
    @MethodSource("schemes")
    void tellsMarksApartWithoutHue(Map<String, double[]> scheme) {
        for (double[][] vision : VISIONS) {
            assertThat(contrast(seen(scheme.get("actual"), vision), seen(scheme.get("prior"), vision)))
                    .as("actual and prior year")
                    .isGreaterThanOrEqualTo(2.5);
            assertThat(contrast(seen(scheme.get("accent"), vision), seen(scheme.get("loss"), vision)))
                    .as("gain and loss")
                    .isGreaterThanOrEqualTo(1.5);
        }
    }

    private static double[] seen(double[] colour, double[][] vision) {
        double[] seen = new double[3];
        for (int i = 0; i < 3; i++) {
            double sum = vision[i][0] * colour[0] + vision[i][1] * colour[1] + vision[i][2] * colour[2];
            seen[i] = Math.min(1, Math.max(0, sum));
        }
        return seen;
    }

    private static double contrast(double[] one, double[] other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(double[] colour) {
        return 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2];
    }

    private static double[] linear(String hex) {
        double[] linear = new double[3];
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16) / 255.0;
            linear[i] = part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
        }
        return linear;
    }
}
