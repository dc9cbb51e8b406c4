package org.kvartal.ingest.source;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The tags of an XML file, one after the other. A document type is refused, and with it every entity of its own. */
final class XmlEvents implements Closeable {
    private static final XMLInputFactory FACTORY = factory();

    private final String name;
    private final PartStream bytes;
    private final XMLStreamReader reader;

    XmlEvents(String name, PartStream bytes) throws IOException {
        this.name = name;
        this.bytes = bytes;
        try {
            this.reader = FACTORY.createXMLStreamReader(bytes);
        } catch (XMLStreamException invalid) {
            bytes.close();
            throw unreadable(invalid);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }

    /** Goes to the next opening or closing tag; false at the end of the file. */
    boolean next() throws IOException {
        while (hasNext()) {
            int event = advance();
            if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    /** Goes to the next opening tag of this name; false at the end of the file. */
    boolean nextStart(String tag) throws IOException {
        while (next()) {
            if (isStart(tag)) {
                return true;
            }
        }
        return false;
    }

    boolean isStart(String tag) {
        return reader.getEventType() == XMLStreamConstants.START_ELEMENT && tag.equals(reader.getLocalName());
    }

    boolean isEnd(String tag) {
        return reader.getEventType() == XMLStreamConstants.END_ELEMENT && tag.equals(reader.getLocalName());
    }

    /** An attribute of the tag, whatever its namespace. */
    Optional<String> attribute(String attribute) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (attribute.equals(reader.getAttributeLocalName(i))) {
                return Optional.of(reader.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }

    /**
     * The text within the tag that was just opened, up to its closing tag.
     *
     * @param longest what goes beyond is left out, but for one character that tells
     */
    String text(int longest) throws IOException {
        StringBuilder text = new StringBuilder();
        int open = 1;
        while (open > 0 && hasNext()) {
            switch (advance()) {
                case XMLStreamConstants.START_ELEMENT -> open++;
                case XMLStreamConstants.END_ELEMENT -> open--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    append(text, longest + 1 - text.length());
                default -> {
                    // Comments and the like say nothing.
                }
            }
        }
        return text.toString();
    }

    private void append(StringBuilder text, int room) {
        text.append(reader.getTextCharacters(), reader.getTextStart(), Math.min(room, reader.getTextLength()));
    }

    /** Goes to the closing tag of the one that was just opened. */
    void skip() throws IOException {
        text(0);
    }

    private boolean hasNext() throws IOException {
        try {
            return reader.hasNext();
        } catch (XMLStreamException invalid) {
            throw unreadable(invalid);
        }
    }

    private int advance() throws IOException {
        try {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new InvalidFile("is not read: its part " + name + " declares a document type");
            }
            bytes.tagDone();
            return event;
        } catch (XMLStreamException | RuntimeException invalid) {
            throw unreadable(invalid);
        }
    }

    private IOException unreadable(Exception invalid) {
        @Nullable Throwable cause = invalid instanceof XMLStreamException wrapped ? wrapped.getNestedException() : null;
        return cause instanceof IOException broken
                ? broken
                : new InvalidFile("is damaged: its part " + name + " is no XML", invalid);
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
