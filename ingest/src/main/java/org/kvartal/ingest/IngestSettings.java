package org.kvartal.ingest;

import java.util.List;
import org.kvartal.ingest.gate.GateSettings;
import org.kvartal.ingest.identity.IdentitySettings;
import org.kvartal.ingest.quality.Rules;
import org.kvartal.ingest.settings.Secret;
import org.kvartal.ingest.source.SourceSettings;

/**
 * What a project says of its sources.
 *
 * @param currency of the project, ISO 4217 code
 * @param sources in the order of precedence
 * @param audiences those who may learn who stands behind the pseudonyms
 * @param pseudonymKey makes the pseudonyms under which persons enter the lake
 */
public record IngestSettings(
        String currency,
        List<SourceSettings> sources,
        Rules rules,
        GateSettings gates,
        IdentitySettings identity,
        Secret pseudonymKey,
        List<String> audiences) {
    public IngestSettings {
        sources = List.copyOf(sources);
        audiences = List.copyOf(audiences);
    }

    List<String> sourceNames() {
        return sources.stream().map(SourceSettings::name).toList();
    }
}
