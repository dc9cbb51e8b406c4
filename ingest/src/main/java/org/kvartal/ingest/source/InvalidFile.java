package org.kvartal.ingest.source;

import java.io.IOException;

/** A file that is not what its name says, or is more than is read of one; the message is the rest of a sentence. */
final class InvalidFile extends IOException {
    private static final long serialVersionUID = 1;

    InvalidFile(String message) {
        super(message);
    }

    InvalidFile(String message, Throwable cause) {
        super(message, cause);
    }
}
