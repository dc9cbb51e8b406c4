package org.kvartal.ingest.load;

import java.util.List;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.privacy.Pseudonyms;

/**
 * What holds for the rows of every table of a night.
 *
 * @param currency of the project, ISO 4217 code
 * @param sources names of all sources of the project
 * @param pseudonyms under which persons are loaded
 */
public record Terms(AsOf asOf, String currency, List<String> sources, Pseudonyms pseudonyms) {
    public Terms {
        sources = List.copyOf(sources);
    }
}
