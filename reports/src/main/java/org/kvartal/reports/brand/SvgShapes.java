package org.kvartal.reports.brand;

import java.io.IOException;
import java.io.StringReader;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.kvartal.reports.fact.Characters;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The plain shapes of an SVG, written anew: no script, no style, no link, nothing from outside can come along. */
final class SvgShapes {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final Set<String> ELEMENTS = Set.of(
            "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "title", "desc", "defs");
    private static final Set<String> ATTRIBUTES = Set.of(
            "viewBox",
            "width",
            "height",
            "d",
            "x",
            "y",
            "rx",
            "ry",
            "cx",
            "cy",
            "r",
            "x1",
            "y1",
            "x2",
            "y2",
            "points",
            "fill",
            "fill-rule",
            "fill-opacity",
            "clip-rule",
            "stroke",
            "stroke-width",
            "stroke-linecap",
            "stroke-linejoin",
            "stroke-miterlimit",
            "stroke-opacity",
            "opacity",
            "transform");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9#.,()%+\\-\\s]*");

    private final StringBuilder out = new StringBuilder();

    private SvgShapes() {}

    static String of(String xml) throws IOException {
        SvgShapes shapes = new SvgShapes();
        shapes.add(root(xml));
        return shapes.out.toString();
    }

    private static Element root(String xml) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            Element root = builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
            if (!SVG.equals(root.getNamespaceURI())
                    || !"svg".equals(root.getLocalName())
                    || !root.hasAttribute("viewBox")) {
                throw new IllegalArgumentException("must be an SVG drawing with a viewBox");
            }
            return root;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalArgumentException("must be an SVG drawing: " + e.getMessage(), e);
        }
    }

    private void add(Element element) {
        String name = element.getLocalName();
        if (!SVG.equals(element.getNamespaceURI())) {
            return; // what drawing programs keep for themselves
        }
        if (!ELEMENTS.contains(name)) {
            throw new IllegalArgumentException("must be drawn with plain shapes: it has <" + name
                    + ">; export it as paths," + " without script, style, text, link or picture");
        }
        out.append('<').append(name);
        if (element.getParentNode().getNodeType() == Node.DOCUMENT_NODE) {
            out.append(" xmlns=\"").append(SVG).append('"');
        }
        addAttributes(element);
        out.append('>');
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                add(inner);
            } else if (child.getNodeType() == Node.TEXT_NODE
                    && Set.of("title", "desc").contains(name)) {
                out.append(Characters.escaped(child.getTextContent()));
            }
        }
        out.append("</").append(name).append('>');
    }

    private void addAttributes(Element element) {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            boolean isKnown = attribute.getNamespaceURI() == null && ATTRIBUTES.contains(attribute.getName());
            if (isKnown && isPlain(attribute.getValue())) {
                out.append(' ')
                        .append(attribute.getName())
                        .append("=\"")
                        .append(attribute.getValue())
                        .append('"');
            } else if (attribute.getName().startsWith("on")
                    || attribute.getName().endsWith("href")) {
                throw new IllegalArgumentException(
                        "must be a drawing that does nothing: it has the attribute " + attribute.getName());
            }
        }
    }

    /** A value can point to something only with url(). */
    private static boolean isPlain(String value) {
        return PLAIN.matcher(value).matches() && !value.contains("url(");
    }
}
