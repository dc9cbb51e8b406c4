package org.kvartal.reports.chart;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kvartal.reports.document.Figure;
import org.kvartal.reports.document.HostileReport;
import org.kvartal.reports.document.Report;
import org.kvartal.reports.document.SampleReport;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Language;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

class ChartSvgTest {
    private static final Unit EUR = Unit.money("EUR");
    private static final ChartSvg CHARTS = new ChartSvg(Language.of(Locale.ENGLISH));

    /** Half a pixel: coordinates are rounded. */
    private static final double TOUCH = 0.5;

    static Stream<Arguments> charts() {
        return Stream.of(SampleReport.report(), HostileReport.ofNames(), HostileReport.ofNumbers())
                .flatMap(ChartSvgTest::charts)
                .flatMap(chart -> Stream.of(350, 640, 720).map(width -> Arguments.of(chart, width)));
    }

    private static Stream<Chart> charts(Report report) {
        return report.sections().stream()
                .flatMap(section -> section.allBlocks().stream())
                .filter(Figure.class::isInstance)
                .map(figure -> ((Figure) figure).chart());
    }

    @ParameterizedTest
    @MethodSource("charts")
    void keepsEveryTextInsideTheDrawingAndClearOfTheOthers(Chart chart, int width) {
        List<Box> boxes =
                CHARTS.draw(chart, width).lettering().stream().map(Box::of).toList();

        for (int i = 0; i < boxes.size(); i++) {
            Box box = boxes.get(i);
            assertThat(box.left()).as(box.text()).isGreaterThanOrEqualTo(-TOUCH);
            assertThat(box.right()).as(box.text()).isLessThanOrEqualTo(width + TOUCH);
            for (Box other : boxes.subList(i + 1, boxes.size())) {
                assertThat(box.covers(other)).as(box + " and " + other).isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("charts")
    void writesPlainSvgThatAStyleSheetCanColour(Chart chart, int width) throws Exception {
        Element svg = parse(CHARTS.draw(chart, width).svg());

        assertThat(svg.getAttribute("width")).isEqualTo(Integer.toString(width));
        assertThat(svg.getAttribute("height")).matches("\\d+");
        assertThat(svg.getElementsByTagName("style").getLength()).isZero();
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isNotBlank();
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).isNotBlank();
        for (String mark : List.of("rect", "path", "circle", "text")) {
            NodeList marks = svg.getElementsByTagName(mark);
            IntStream.range(0, marks.getLength())
                    .mapToObj(i -> (Element) marks.item(i))
                    .forEach(element -> {
                        assertThat(element.getAttribute("class")).isNotEmpty();
                        assertThat(element.getAttribute("fill")).isNotEmpty();
                    });
        }
    }

    @Test
    void standsBarsOnZeroWithLengthsInProportion() throws Exception {
        Chart chart = new BarChart(
                heading(), Text.names(List.of("a", "b", "c")), List.of(Series.actual(eur(100), eur(50), eur(-50))));

        List<Element> bars = elements(parse(CHARTS.draw(chart, 720).svg()), "rect");

        double zero = Double.parseDouble(bars.get(0).getAttribute("x"));
        double first = width(bars.get(0));
        assertThat(width(bars.get(1))).isCloseTo(first / 2, offset(0.2));
        assertThat(width(bars.get(2))).isCloseTo(first / 2, offset(0.2));
        assertThat(Double.parseDouble(bars.get(2).getAttribute("x")) + width(bars.get(2)))
                .isCloseTo(zero, offset(0.2));
    }

    @Test
    void tellsScenariosApartWithoutHue() {
        List<Series> series = List.of(
                Series.actual(eur(3)),
                Series.of(Scenario.PLAN, List.of(Estimate.exact(eur(4)))),
                Series.of(Scenario.PRIOR_YEAR, List.of(Estimate.exact(eur(2)))),
                Series.of(Scenario.FORECAST, List.of(Estimate.between(eur(1), eur(2), eur(3)))));

        String svg = CHARTS.draw(new ColumnChart(heading(), Text.names(List.of("Jan")), series), 720)
                .svg();

        assertThat(svg)
                .contains(
                        "class=\"ac\"",
                        "class=\"pl\"",
                        "class=\"py\"",
                        "class=\"fc\"",
                        "class=\"hatch\"",
                        "class=\"whisker\"");
    }

    @Test
    void saysTheFactBehindAMarkWithItsTraceCode() {
        Fact fact = eur(1_234_567).ofRows(12);
        Chart chart = new BarChart(heading(), Text.names(List.of("East")), List.of(Series.actual(fact)));

        assertThat(CHARTS.draw(chart, 720).svg())
                .contains(
                        "<title>East, AC: €1,234,567 · n 12 · " + fact.origin().code() + "</title>");
    }

    @Test
    void namesWhoWhatUnitAndPeriodInTheTitle() {
        Chart chart = new BarChart(heading(), Text.names(List.of("East")), List.of(Series.actual(eur(48_100_000))));

        assertThat(CHARTS.title(chart)).isEqualTo("Example – Bookings in M\u00a0EUR – 2025");
    }

    @Test
    void mirrorsBarsForThoseWhoReadFromRightToLeft() throws Exception {
        Chart bars = new BarChart(heading(), Text.names(List.of("East")), List.of(Series.actual(eur(100))));
        Drawing left = CHARTS.draw(bars, 720);
        Drawing right = new ChartSvg(Language.of(Locale.forLanguageTag("fa"))).draw(bars, 720);

        assertThat(left.lettering().get(0))
                .returns(0.0, Lettering::x)
                .returns(Lettering.Anchor.START, Lettering::anchor);
        assertThat(right.lettering().get(0))
                .returns(720.0, Lettering::x)
                .returns(Lettering.Anchor.END, Lettering::anchor);
        assertThat(parse(right.svg())
                        .getElementsByTagName("g")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("transform"))
                .hasToString("transform=\"matrix(-1 0 0 1 720 0)\"");
    }

    @Test
    void letsTimeRunFromLeftToRightInEveryLanguageButTurnsItsKey() {
        Chart columns = new ColumnChart(
                heading(),
                Text.names(List.of("Jan", "Feb")),
                List.of(
                        Series.actual(eur(1), eur(2)),
                        Series.of(Scenario.PRIOR_YEAR, List.of(Estimate.exact(eur(1)), Estimate.exact(eur(2))))));
        List<Lettering> letters = new ChartSvg(Language.of(Locale.forLanguageTag("fa")))
                .draw(columns, 720)
                .lettering();

        assertThat(at(letters, "Jan")).isLessThan(at(letters, "Feb"));
        assertThat(at(letters, "واقعی")).isGreaterThan(at(letters, "سال قبل")).isGreaterThan(700 - 20);
    }

    private static double at(List<Lettering> letters, String text) {
        return letters.stream()
                .filter(one -> one.text().equals(text))
                .findFirst()
                .orElseThrow()
                .x();
    }

    @Test
    void putsPromisesThatHoldOnTheDiagonal() throws Exception {
        Fact promised = Fact.of(0.25, Unit.RATE, Origin.of("t", "promised"));
        Estimate came = Estimate.between(
                Fact.of(0.2, Unit.RATE, Origin.of("t", "low")),
                Fact.of(0.25, Unit.RATE, Origin.of("t", "came")),
                Fact.of(0.3, Unit.RATE, Origin.of("t", "high")));
        Chart chart = new CalibrationPlot(
                new Heading(Text.of("It holds"), "Example", "Outcomes", Unit.RATE, "2025"),
                Text.names(List.of("25%")),
                Series.of(Scenario.PLAN, List.of(Estimate.exact(promised))),
                Series.of(Scenario.ACTUAL, List.of(came)));

        Element svg = parse(CHARTS.draw(chart, 720).svg());
        Element dot = elements(svg, "circle").get(0);
        Element diagonal = elements(svg, "path").stream()
                .filter(path -> path.getAttribute("class").equals("reference"))
                .findFirst()
                .orElseThrow();
        double[] ends = Stream.of(diagonal.getAttribute("d").split("[ML ]"))
                .filter(part -> !part.isEmpty())
                .mapToDouble(Double::parseDouble)
                .toArray();

        assertThat(Double.parseDouble(dot.getAttribute("cx")))
                .isCloseTo(ends[0] + 0.25 * (ends[2] - ends[0]), offset(0.2));
        assertThat(Double.parseDouble(dot.getAttribute("cy")))
                .isCloseTo(ends[1] + 0.25 * (ends[3] - ends[1]), offset(0.2));
    }

    @Test
    void drawsAllPanelsOnOneScale() throws Exception {
        Chart chart = new PanelChart(
                heading(),
                Text.names(List.of("Jan", "Feb")),
                List.of(
                        Series.actual(eur(0), eur(100)).named("large"),
                        Series.actual(eur(0), eur(50)).named("small")));

        List<Element> dots = elements(parse(CHARTS.draw(chart, 720).svg()), "circle");
        double large = cy(dots.get(0)) - cy(dots.get(1));
        double small = cy(dots.get(2)) - cy(dots.get(3));

        assertThat(small).isCloseTo(large / 2, offset(0.2));
    }

    private static double cy(Element circle) {
        return Double.parseDouble(circle.getAttribute("cy"));
    }

    @Test
    void picksRoundMarksForTheAxis() {
        Axis axis = Axis.around(DoubleStream.of(3, 97), 5);

        assertThat(axis.ticks(5)).containsExactly(0.0, 20.0, 40.0, 60.0, 80.0, 100.0);
    }

    private static Heading heading() {
        return new Heading(Text.of("East leads"), "Example", "Bookings", EUR, "2025");
    }

    private static Fact eur(long amount) {
        return Fact.of(amount, EUR, Origin.of("mart.bookings", "sum(amount)").where("amount = " + amount));
    }

    private static double width(Element rect) {
        return Double.parseDouble(rect.getAttribute("width"));
    }

    private static List<Element> elements(Element svg, String name) {
        List<Element> elements = new ArrayList<>();
        NodeList nodes = svg.getElementsByTagName(name);
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static Element parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getDocumentElement();
    }

    /** Where a text is printed; letters reach from somewhat above to somewhat below the base line. */
    private record Box(String text, double left, double right, double top, double bottom) {

        static Box of(Lettering letters) {
            double width = TextWidth.of(letters.text(), Lettering.SIZE) / 1.04;
            double left = switch (letters.anchor()) {
                case START -> letters.x();
                case MIDDLE -> letters.x() - width / 2;
                case END -> letters.x() - width;
            };
            return new Box(letters.text(), left, left + width, letters.y() - 9, letters.y() + 3);
        }

        boolean covers(Box other) {
            return left < other.right - TOUCH
                    && other.left < right - TOUCH
                    && top < other.bottom - TOUCH
                    && other.top < bottom - TOUCH;
        }
    }
}
