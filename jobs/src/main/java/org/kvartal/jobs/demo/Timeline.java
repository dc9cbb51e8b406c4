package org.kvartal.jobs.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The course of a sale: the stages it enters after the first, in order of time, and the close dates that the seller
 * promises. A closing, where there is one, is the last move.
 */
record Timeline(Instant opened, List<Move> moves, LocalDate firstPromise, List<Promise> promises) {

    record Move(Instant at, Stage to) {}

    record Promise(Instant madeAt, LocalDate day) {}

    Timeline {
        moves = List.copyOf(moves);
        promises = List.copyOf(promises);
    }

    Optional<Move> closing() {
        return moves.stream().filter(move -> move.to().closed()).findFirst();
    }

    Optional<Instant> closedAt() {
        return closing().map(Move::at);
    }

    /** When a stage was first entered. */
    Optional<Instant> reached(Stage stage) {
        return moves.stream().filter(move -> move.to() == stage).map(Move::at).findFirst();
    }

    /** When the stage before the closing was entered. */
    Instant stalledAt() {
        return moves.size() < 2 ? opened : moves.get(moves.size() - 2).at();
    }

    boolean openAt(Instant moment) {
        return opened.isBefore(moment) && closedAt().map(moment::isBefore).orElse(true);
    }

    /** The next stage that it enters from a moment on. */
    Optional<Move> next(Instant moment) {
        return moves.stream().filter(move -> !move.at().isBefore(moment)).findFirst();
    }

    /** The same course, whose next move after a moment happens then instead of later. */
    Timeline hurried(Instant moment) {
        Move next = next(moment).orElseThrow();
        List<Move> hurried = new ArrayList<>(moves);
        hurried.set(moves.indexOf(next), new Move(moment, next.to()));
        Stream<Promise> kept = promises.stream()
                .filter(promise -> !next.to().closed() || promise.madeAt().isBefore(moment));
        return new Timeline(opened, hurried, firstPromise, kept.toList());
    }

    /** The same course with one more promise, in place of all that would have been made later. */
    Timeline promising(Promise promise) {
        Stream<Promise> earlier = promises.stream().filter(made -> made.madeAt().isBefore(promise.madeAt()));
        return new Timeline(
                opened,
                moves,
                firstPromise,
                Stream.concat(earlier, Stream.of(promise)).toList());
    }

    /** The close date promised at a moment. */
    LocalDate promisedAt(Instant moment) {
        return promises.stream()
                .filter(promise -> promise.madeAt().isBefore(moment))
                .reduce((earlier, later) -> later)
                .map(Promise::day)
                .orElse(firstPromise);
    }
}
