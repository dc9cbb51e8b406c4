package org.kvartal.jobs.analyze;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kvartal.forecast.match.Judgement;
import org.kvartal.forecast.match.Judgement.Verdict;
import org.kvartal.ingest.source.InputRow;
import org.kvartal.ingest.source.InputTable;

/** Reads what people said of pairs of products from a file. */
record JudgementFile(Path file) {
    private static final String OWN = "own_id";
    private static final String OTHER = "other_id";
    private static final String MATCH = "match";
    private static final String DECISION = "decision";
    private static final String BY = "decided_by";
    private static final String ON = "decided_on";

    /** A verdict and where it stands. */
    private record Stated(long line, Verdict verdict) {}

    /** Judged pairs to learn from. A file without the column {@code match} lists pairs that are right. */
    List<Judgement> labels() {
        return judgements(List.of(OWN, OTHER), List.of(MATCH), MATCH, JudgementFile::label);
    }

    /** Decided pairs. A row whose decision is still empty is none. */
    List<Judgement> decisions() {
        return judgements(List.of(OWN, OTHER, DECISION), List.of(BY, ON), DECISION, JudgementFile::decision);
    }

    /** How a verdict is read from a row. */
    private interface Reading {
        Optional<Verdict> verdict(InputRow row);
    }

    private List<Judgement> judgements(List<String> required, List<String> optional, String column, Reading reading) {
        List<Judgement> judgements = new ArrayList<>();
        Map<List<String>, Stated> stated = new HashMap<>();
        InputTable.of(file, Map.of(), required, optional).read(row -> {
            List<String> pair = List.of(row.requiredText(OWN), row.requiredText(OTHER));
            reading.verdict(row).ifPresent(verdict -> {
                Stated earlier = stated.putIfAbsent(pair, new Stated(row.line(), verdict));
                if (earlier == null) {
                    judgements.add(new Judgement(pair.get(0), pair.get(1), verdict));
                } else if (earlier.verdict() != verdict) {
                    row.refuse(
                            column,
                            "must not contradict line %d, which says the opposite of %s and %s; remove one of them"
                                    .formatted(earlier.line(), pair.get(0), pair.get(1)));
                }
            });
        });
        return judgements;
    }

    private static Optional<Verdict> label(InputRow row) {
        boolean isMatch = !row.columns().contains(MATCH) || row.flag(MATCH);
        return Optional.of(isMatch ? Verdict.MATCH : Verdict.NO_MATCH);
    }

    private static Optional<Verdict> decision(InputRow row) {
        return switch (row.text(DECISION).toLowerCase(Locale.ROOT)) {
            case "" -> Optional.empty();
            case "match" -> signed(row, Verdict.MATCH);
            case "no-match" -> signed(row, Verdict.NO_MATCH);
            default -> {
                row.refuse(DECISION, "must be match, no-match, or empty while nothing is decided");
                yield Optional.empty();
            }
        };
    }

    private static Optional<Verdict> signed(InputRow row, Verdict verdict) {
        if (row.columns().contains(BY)) {
            row.requiredText(BY);
        }
        row.time(ON, ZoneOffset.UTC);
        return Optional.of(verdict);
    }
}
