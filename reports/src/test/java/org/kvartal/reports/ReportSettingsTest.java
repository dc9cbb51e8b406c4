package org.kvartal.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.ingest.settings.ConfigFile;
import org.kvartal.ingest.settings.InvalidSettings;
import org.kvartal.ingest.settings.Surroundings;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.Audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReportSettingsTest {
    @TempDir
    Path conf;

    @BeforeEach
    void giveAnOwnSection() throws IOException {
        Path own = Files.createDirectories(conf.resolve("report/margins"));
        Files.writeString(
                own.resolve("section.md"),
                "---\ntitle: Margins\nquestion: What stays?\naudience: management\ninputs: [orders]\n---\nMuch.\n");
    }

    private ReportSettings read(String yaml) throws IOException {
        Path path = Files.writeString(conf.resolve("kvartal.yaml"), yaml);
        ConfigFile file = ConfigFile.read(path, new Surroundings(Map.of(), conf, Map.of()));
        ReportSettings settings = ReportSettings.read(file.root().section("report"), "Northwind");
        file.problems().throwIfAny();
        return settings;
    }

    private void assertRefused(String yaml, String problem) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageStartingWith("Invalid configuration:\n" + conf.resolve("kvartal.yaml") + ":" + problem);
    }

    @Test
    void hasOneReportForAllWithoutAnySetting() throws IOException {
        ReportSettings settings = read("report: {}\n");
        assertThat(settings.editions()).containsExactly(Edition.of(Text.of("Quarterly report")));
        assertThat(settings.brand().organisation()).isEqualTo("Northwind");
        assertThat(settings.ownSections()).isEqualTo(conf.resolve("report"));
    }

    @Test
    void readsEditionsWithTheirReaders() throws IOException {
        ReportSettings settings = read("""
                report:
                  title: Sales review
                  sections: [summary, margins, people]
                  editions:
                    board: { title: Board report, sections: [summary, result] }
                    sales: { audience: management }
                """);
        assertThat(settings.editions()).extracting(Edition::name).containsExactly("", "board", "sales");
        assertThat(settings.editions())
                .extracting(edition -> edition.title().toString())
                .containsExactly("Sales review", "Board report", "Sales review");
        assertThat(settings.editions())
                .extracting(Edition::audience)
                .containsExactly(Audience.TEAM, Audience.BOARD, Audience.MANAGEMENT);
    }

    @Test
    void refusesSectionsThatThereAreNot() {
        assertRefused(
                "report:\n  sections: [sumary]\n",
                "2: report.sections has no section sumary to show; did you mean summary?");
        assertRefused("report:\n  sections: [summary, summary]\n", "2: report.sections must name each section once");
    }

    @Test
    void refusesToShowReadersWhatIsAboveThem() {
        assertRefused(
                "report:\n  editions:\n    board: { sections: [summary, people] }\n",
                "3: report.editions.board.sections must not show people, which is for management, to readers of audience"
                        + " board");
        assertRefused(
                "report:\n  audience: board\n  sections: [margins]\n",
                "3: report.sections must not show margins, which is for management, to readers of audience board");
        assertRefused(
                "report:\n  audience: public\n", "2: report.audience = public must be one of board, management, team");
    }

    @Test
    void refusesAnOwnSectionNamedLikeOneOfKvartals() throws IOException {
        Path own = Files.createDirectories(conf.resolve("report/summary"));
        Files.writeString(own.resolve("section.md"), "---\n---\n");
        assertThatThrownBy(() -> read("report: {}\n")).hasMessageContaining("must not hold a section with a name that");
    }

    @Test
    void takesAColourThatCanBeReadOnPaperAndLightensItForDarkScreens() throws IOException {
        assertThat(read("report:\n  brand: { accent: \"#7a1f3d\", organisation: Northwind Ltd }\n")
                        .brand())
                .satisfies(brand -> {
                    assertThat(brand.accent()).isEqualTo("#7a1f3d");
                    assertThat(brand.darkAccent()).isEqualTo("#c39aa7");
                    assertThat(brand.organisation()).isEqualTo("Northwind Ltd");
                });
        assertRefused(
                "report:\n  brand: { accent: \"#ffcc00\" }\n",
                "2: report.brand.accent = #ffcc00 must be darker: its contrast to the paper is 1.5, and letters need 4.5");
        assertRefused(
                "report:\n  brand: { accent: red }\n",
                "2: report.brand.accent = red must be a colour in quotes, as \"#17608a\"");
    }

    @Test
    void takesOnlyTheShapesOfADrawing() throws IOException {
        logo(
                "logo.svg",
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9' class='x' style='fill:red'>"
                        + "<title>A &amp; B</title><path d='M0 0h9' fill='url(http://x.example/y)' stroke='#fff'/></svg>");
        assertThat(read("report:\n  brand: { logo: logo.svg }\n").brand().logo())
                .isEqualTo("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><title>A &amp; B</title>"
                        + "<path d=\"M0 0h9\" stroke=\"#fff\"></path></svg>");
    }

    @Test
    void refusesDrawingsThatDoMore() throws IOException {
        assertLogoRefused(
                "<script>alert(1)</script>",
                "must be drawn with plain shapes: it has <script>; export it as"
                        + " paths, without script, style, text, link or picture");
        assertLogoRefused("<image href='http://x.example/y.png'/>", "must be drawn with plain shapes: it has <image>");
        assertLogoRefused("<g onload='alert(1)'/>", "must be a drawing that does nothing: it has the attribute onload");
        logo("logo.svg", "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><svg/>");
        assertRefused(
                "report:\n  brand: { logo: logo.svg }\n", "2: report.brand.logo = logo.svg must be an SVG drawing:");
        logo("logo.gif", "GIF89a");
        assertRefused(
                "report:\n  brand: { logo: logo.gif }\n", "2: report.brand.logo = logo.gif must be a PNG or SVG file");
        logo("logo.png", "<script>");
        assertRefused(
                "report:\n  brand: { logo: logo.png }\n",
                "2: report.brand.logo = logo.png must be a PNG picture, and is none");
    }

    private void assertLogoRefused(String inside, String problem) throws IOException {
        logo("logo.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>" + inside + "</svg>");
        assertRefused("report:\n  brand: { logo: logo.svg }\n", "2: report.brand.logo = logo.svg " + problem);
    }

    @Test
    void drawsAPictureAnew() throws IOException {
        String pixel =
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
        Files.write(conf.resolve("logo.png"), Base64.getDecoder().decode(pixel));
        assertThat(read("report:\n  brand: { logo: logo.png }\n").brand().logo())
                .startsWith("<img alt=\"\" src=\"data:image/png;base64,")
                .endsWith("\"/>");
    }

    private void logo(String name, String content) throws IOException {
        Files.writeString(conf.resolve(name), content);
    }
}
