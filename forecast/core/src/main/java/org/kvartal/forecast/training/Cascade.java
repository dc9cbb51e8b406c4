package org.kvartal.forecast.training;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who was trained by whom, as a tree for each course. The link of a person is the first session attended. A trainer who was
 * never trained, or only after having taught, begins a tree: so no chain of links can close to a ring. Who attended a session
 * without a recorded trainer begins one too, and is not hung under anybody by guess.
 */
public final class Cascade {
    private final Map<String, Member> members = new TreeMap<>();

    /**
     * A person who was trained, or trains.
     *
     * @param trainer whom the person was trained by; null for who begins a tree
     * @param training the session; null for who was never trained, or only after having taught
     * @param trainedOn its day
     * @param depth links to the beginning of the tree
     * @param direct persons trained by this one
     * @param reach persons trained by this one, by these, and so on
     */
    public record Member(
            String person,
            @Nullable String trainer,
            @Nullable String training,
            @Nullable LocalDate trainedOn,
            int depth,
            int direct,
            int reach) {}

    /** @param enrolments in one course */
    public static Cascade of(Collection<Enrolment> enrolments, LocalDate asOf) {
        List<Enrolment> held = enrolments.stream()
                .filter(one -> one.isAttended() && !one.heldOn().isAfter(asOf))
                .sorted(Comparator.comparing(Enrolment::heldOn).thenComparing(Enrolment::training))
                .toList();
        Map<String, LocalDate> taught = new HashMap<>();
        held.forEach(one ->
                Optional.ofNullable(one.trainer()).ifPresent(trainer -> taught.putIfAbsent(trainer, one.heldOn())));
        Map<String, Enrolment> links = new LinkedHashMap<>();
        for (Enrolment one : held) {
            LocalDate began = taught.get(one.person());
            if (began == null || one.heldOn().isBefore(began)) {
                links.putIfAbsent(one.person(), one);
            }
        }
        return new Cascade(links, taught);
    }

    private Cascade(Map<String, Enrolment> links, Map<String, LocalDate> taught) {
        Map<String, Integer> depths = new HashMap<>();
        Map<String, int[]> counts = new HashMap<>();
        links.keySet().forEach(person -> count(person, links, depths, counts));
        links.forEach((person, link) ->
                members.put(person, member(person, link.trainer(), link.training(), link.heldOn(), depths, counts)));
        taught.keySet()
                .forEach(person -> members.putIfAbsent(person, member(person, null, null, null, depths, counts)));
    }

    private static Member member(
            String person,
            @Nullable String trainer,
            @Nullable String training,
            @Nullable LocalDate day,
            Map<String, Integer> depths,
            Map<String, int[]> counts) {
        int[] count = counts.getOrDefault(person, new int[2]);
        return new Member(person, trainer, training, day, depths.getOrDefault(person, 0), count[0], count[1]);
    }

    /** Goes up from a person to the beginning of its tree. */
    private static void count(
            String person, Map<String, Enrolment> links, Map<String, Integer> depths, Map<String, int[]> counts) {
        int depth = 0;
        Enrolment link = links.get(person);
        while (link != null && link.trainer() != null) {
            depth++;
            int[] above = counts.computeIfAbsent(link.trainer(), any -> new int[2]);
            above[0] += depth == 1 ? 1 : 0;
            above[1]++;
            link = links.get(link.trainer());
        }
        depths.put(person, depth);
    }

    /** In the order of their ids. */
    public List<Member> members() {
        return List.copyOf(members.values());
    }

    /** The trainer of each person that has one. */
    public Map<String, String> trainerOf() {
        Map<String, String> trainers = new TreeMap<>();
        members.values()
                .forEach(member -> Optional.ofNullable(member.trainer())
                        .ifPresent(trainer -> trainers.put(member.person(), trainer)));
        return trainers;
    }
}
