package org.kvartal.reports.custom;

import java.nio.file.Path;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.Audience;
import org.kvartal.reports.section.Inputs;
import org.kvartal.reports.section.ReportSection;

/**
 * A section in a folder: {@code section.md}, its translations as {@code section.fa.md}, and its queries beside them.
 * The folder's name is the section's.
 */
public final class CustomSection implements ReportSection {
    private final Path folder;
    private final SectionFile file;

    private CustomSection(Path folder, SectionFile file) {
        this.folder = folder;
        this.file = file;
    }

    /**
     * The section in a language, or in that of {@code section.md} when it is not translated.
     *
     * @throws InvalidSection if it cannot be read
     */
    public static CustomSection read(Path folder, String language) {
        Path translated = folder.resolve("section." + language + ".md");
        SectionFile original = SectionFile.read(folder.resolve(CustomSections.FILE));
        if (original.inputs().isEmpty()) {
            throw new InvalidSection(
                    original.place(), "inputs must name the clean tables that the grade rests on, as [opportunities]");
        }
        SectionFile file = translated.toFile().isFile() ? SectionFile.read(translated) : original;
        return new CustomSection(folder, file.of(original));
    }

    @Override
    public String anchor() {
        return folder.getFileName().toString();
    }

    /** Its words are those of its author, and no catalogue has them. */
    @Override
    public Text title() {
        return Text.name(file.title());
    }

    @Override
    public Text question() {
        return Text.name(file.question());
    }

    @Override
    public Audience audience() {
        return file.audience();
    }

    @Override
    public Section write(ReportData data) {
        Columns columns = new Columns(file, data.project().currency());
        Queries queries = new Queries(folder, columns, data);
        Declared declared = new Declared(queries, columns, new DeclaredChart(queries, columns, data));
        Section section = Body.write(file, queries, declared, blank());
        return Inputs.of(data, file.inputs().toArray(String[]::new)).grade(section);
    }
}
