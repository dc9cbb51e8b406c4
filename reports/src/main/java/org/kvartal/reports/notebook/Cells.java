package org.kvartal.reports.notebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The cells of a notebook in Jupyter's format 4.5, without output. Their ids count, so that equal nights write equal files. */
final class Cells {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final List<Map<String, Object>> cells = new ArrayList<>();

    void text(String markdown) {
        cells.add(cell("markdown", markdown));
    }

    void code(String python) {
        Map<String, Object> cell = cell("code", python);
        cell.put("execution_count", null);
        cell.put("outputs", List.of());
        cells.add(cell);
    }

    private Map<String, Object> cell(String type, String source) {
        Map<String, Object> cell = new LinkedHashMap<>();
        cell.put("cell_type", type);
        cell.put("id", "cell-" + (cells.size() + 1));
        cell.put("metadata", Map.of());
        cell.put("source", source);
        return cell;
    }

    String notebook() {
        Map<String, Object> kernel = new LinkedHashMap<>();
        kernel.put("display_name", "Python 3");
        kernel.put("language", "python");
        kernel.put("name", "python3");
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("kernelspec", kernel);
        metadata.put("language_info", Map.of("name", "python"));
        Map<String, Object> notebook = new LinkedHashMap<>();
        notebook.put("cells", cells);
        notebook.put("metadata", metadata);
        notebook.put("nbformat", 4);
        notebook.put("nbformat_minor", 5);
        try {
            return MAPPER.writeValueAsString(notebook) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write a notebook: " + e.getMessage(), e);
        }
    }
}
