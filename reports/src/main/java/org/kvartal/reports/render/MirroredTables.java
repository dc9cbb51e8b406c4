package org.kvartal.reports.render;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Turns every table of a page round, for a renderer that sets the first cell of a row leftmost in any language. */
final class MirroredTables {

    private MirroredTables() {}

    static void mirror(Document page) {
        NodeList rows = page.getElementsByTagName("tr");
        for (int i = 0; i < rows.getLength(); i++) {
            mirror((Element) rows.item(i));
        }
    }

    private static void mirror(Element row) {
        List<Node> cells = new ArrayList<>();
        for (Node child = row.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element) {
                cells.add(child);
            }
        }
        cells.forEach(cell -> row.insertBefore(cell, row.getFirstChild()));
    }
}
