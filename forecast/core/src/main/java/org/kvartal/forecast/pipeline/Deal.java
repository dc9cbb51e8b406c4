package org.kvartal.forecast.pipeline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One deal as the CRM has it, with what is on record of its past.
 *
 * <p>A deal without a creation date has no clock: in some CRMs a prospect is listed before work on it begins. Such
 * a deal belongs to the deals not yet created. Immutable.
 */
public final class Deal {
    private final String id;
    private Outcome outcome;
    private @Nullable LocalDate createdOn;
    private @Nullable LocalDate closedOn;
    private @Nullable BigDecimal amount;
    private String group = "";
    private String stage = "";
    private String owner = "";
    private String account = "";
    private @Nullable LocalDate expectedCloseOn;
    private Map<String, String> attributes = Map.of();
    private List<DealChange> changes = List.of();

    private Deal(String id, Outcome outcome, @Nullable LocalDate closedOn) {
        this.id = id;
        this.outcome = outcome;
        this.closedOn = closedOn;
    }

    private Deal copy() {
        Deal copy = new Deal(id, outcome, closedOn);
        copy.createdOn = createdOn;
        copy.amount = amount;
        copy.group = group;
        copy.stage = stage;
        copy.owner = owner;
        copy.account = account;
        copy.expectedCloseOn = expectedCloseOn;
        copy.attributes = attributes;
        copy.changes = changes;
        return copy;
    }

    public static Deal open(String id) {
        return new Deal(id, Outcome.OPEN, null);
    }

    public static Deal won(String id, LocalDate closedOn) {
        return new Deal(id, Outcome.WON, closedOn);
    }

    public static Deal lost(String id, LocalDate closedOn) {
        return new Deal(id, Outcome.LOST, closedOn);
    }

    public Deal createdOn(LocalDate date) {
        Deal copy = copy();
        copy.createdOn = date;
        return copy;
    }

    public Deal amount(BigDecimal value) {
        Deal copy = copy();
        copy.amount = value;
        return copy;
    }

    /** Deals of one group, as a product or a segment, have amounts of one kind. */
    public Deal group(String name) {
        Deal copy = copy();
        copy.group = name;
        return copy;
    }

    public Deal stage(String name) {
        Deal copy = copy();
        copy.stage = name;
        return copy;
    }

    public Deal owner(String name) {
        Deal copy = copy();
        copy.owner = name;
        return copy;
    }

    public Deal account(String name) {
        Deal copy = copy();
        copy.account = name;
        return copy;
    }

    public Deal expectedCloseOn(LocalDate date) {
        Deal copy = copy();
        copy.expectedCloseOn = date;
        return copy;
    }

    /** Whatever else may tell how the deal will end, as segment or source: name and value; an unknown value is absent. */
    public Deal attributes(Map<String, String> values) {
        Deal copy = copy();
        copy.attributes = Map.copyOf(values);
        return copy;
    }

    /** What was changed, in the order of time. */
    public Deal changes(List<DealChange> inOrder) {
        Deal copy = copy();
        copy.changes = isInOrder(inOrder)
                ? List.copyOf(inOrder)
                : inOrder.stream().sorted(Comparator.comparing(DealChange::on)).toList();
        return copy;
    }

    private static boolean isInOrder(List<DealChange> changes) {
        for (int i = 1; i < changes.size(); i++) {
            if (changes.get(i).on().isBefore(changes.get(i - 1).on())) {
                return false;
            }
        }
        return true;
    }

    public String id() {
        return id;
    }

    public Outcome outcome() {
        return outcome;
    }

    public Optional<LocalDate> createdOn() {
        return Optional.ofNullable(createdOn);
    }

    public Optional<LocalDate> closedOn() {
        return Optional.ofNullable(closedOn);
    }

    public Optional<BigDecimal> amount() {
        return Optional.ofNullable(amount);
    }

    /** The group, or an empty text. */
    public String group() {
        return group;
    }

    /** The present stage, or an empty text. */
    public String stage() {
        return stage;
    }

    /** The owner, or an empty text. */
    public String owner() {
        return owner;
    }

    /** The customer, or an empty text. */
    public String account() {
        return account;
    }

    public Optional<LocalDate> expectedCloseOn() {
        return Optional.ofNullable(expectedCloseOn);
    }

    public Map<String, String> attributes() {
        return attributes;
    }

    public List<DealChange> changes() {
        return changes;
    }

    public boolean isOpen() {
        return outcome == Outcome.OPEN;
    }

    public boolean isWonWithin(LocalDate firstDay, LocalDate lastDay) {
        return outcome == Outcome.WON && closedOn != null && !closedOn.isBefore(firstDay) && !closedOn.isAfter(lastDay);
    }

    /** Days from creation to a date; empty without a creation date or when the date lies before it. */
    public OptionalInt ageDays(LocalDate date) {
        if (createdOn == null || createdOn.isAfter(date)) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Math.toIntExact(ChronoUnit.DAYS.between(createdOn, date)));
    }

    /** Whether the present value of a field, written as changes write it, is this one. */
    boolean hasValue(String field, String text) {
        return switch (field) {
            case DealChange.STAGE -> stage.equals(text);
            case DealChange.OWNER -> owner.equals(text);
            case DealChange.AMOUNT -> amount == null ? text.isEmpty() : isNumber(text, amount);
            case DealChange.EXPECTED_CLOSE ->
                expectedCloseOn == null
                        ? text.isEmpty()
                        : expectedCloseOn.toString().equals(text);
            default -> attributes.getOrDefault(field, "").equals(text);
        };
    }

    private static boolean isNumber(String text, BigDecimal number) {
        return !text.isEmpty() && new BigDecimal(text).compareTo(number) == 0;
    }

    /**
     * The deal as it was known at the end of a day, or empty when it was created later.
     *
     * <p>At close a CRM overwrites amount, stage and expected date. Of a deal closed later those values are taken that its
     * changes prove; a field of which all changes are on record keeps its value where there are none.
     */
    Optional<Deal> knownAt(LocalDate asOf, LoggedFields logged) {
        if (isCreatedAfter(asOf)) {
            return Optional.empty();
        }
        boolean closedLater = isClosedAfter(asOf);
        if (!closedLater && !isChangedAfter(asOf)) {
            return Optional.of(this);
        }
        Deal then = closedLater ? reopened(logged) : copy();
        then.takeValues(this, asOf, field -> true);
        return Optional.of(then);
    }

    /**
     * The deal without anything that happened after a day, or empty when it was created later. Nothing that was entered
     * after that day has any influence, not even values that were replaced after it. A deal that is closed by then ends with
     * what its row says of a field unless every change of the field is on record.
     */
    Optional<Deal> untouchedAfter(LocalDate asOf, LoggedFields logged) {
        if (isCreatedAfter(asOf)) {
            return Optional.empty();
        }
        Deal then = isClosedAfter(asOf) ? reopened(LoggedFields.NONE) : copy();
        then.changes = changesUntil(asOf);
        then.takeValues(then, asOf, isClosedBy(asOf) ? logged::isComplete : field -> true);
        return Optional.of(then);
    }

    /** The same row with the changes up to a day only. */
    Deal withChangesUntil(LocalDate day) {
        Deal copy = copy();
        copy.changes = changesUntil(day);
        return copy;
    }

    boolean isClosedBy(LocalDate day) {
        return closedOn != null && !closedOn.isAfter(day);
    }

    private boolean isCreatedAfter(LocalDate asOf) {
        return createdOn != null && createdOn.isAfter(asOf);
    }

    private boolean isClosedAfter(LocalDate asOf) {
        return closedOn != null && closedOn.isAfter(asOf);
    }

    private Deal reopened(LoggedFields logged) {
        Deal open = copy();
        open.outcome = Outcome.OPEN;
        open.closedOn = null;
        open.stage = logged.isComplete(DealChange.STAGE) ? stage : "";
        open.amount = logged.isComplete(DealChange.AMOUNT) ? amount : null;
        open.expectedCloseOn = logged.isComplete(DealChange.EXPECTED_CLOSE) ? expectedCloseOn : null;
        return open;
    }

    private boolean isChangedAfter(LocalDate day) {
        return !changes.isEmpty() && changes.get(changes.size() - 1).on().isAfter(day);
    }

    private List<DealChange> changesUntil(LocalDate day) {
        return isChangedAfter(day)
                ? changes.stream().filter(change -> !change.on().isAfter(day)).toList()
                : changes;
    }

    private void takeValues(Deal source, LocalDate asOf, Predicate<String> isTaken) {
        stage = source.valueAt(DealChange.STAGE, asOf)
                .filter(none -> isTaken.test(DealChange.STAGE))
                .orElse(stage);
        owner = source.valueAt(DealChange.OWNER, asOf)
                .filter(none -> isTaken.test(DealChange.OWNER))
                .orElse(owner);
        Optional<String> sum = source.valueAt(DealChange.AMOUNT, asOf).filter(none -> isTaken.test(DealChange.AMOUNT));
        amount = sum.isEmpty()
                ? amount
                : sum.filter(text -> !text.isEmpty()).map(BigDecimal::new).orElse(null);
        Optional<String> promise =
                source.valueAt(DealChange.EXPECTED_CLOSE, asOf).filter(none -> isTaken.test(DealChange.EXPECTED_CLOSE));
        expectedCloseOn = promise.isEmpty()
                ? expectedCloseOn
                : promise.filter(text -> !text.isEmpty()).map(LocalDate::parse).orElse(null);
        changes = source.changesUntil(asOf);
    }

    /** Whether any change of a field is on record. */
    public boolean hasChanges(String field) {
        return changes.stream().anyMatch(change -> change.field().equals(field));
    }

    /** What the changes of a field say of its value at the end of a day; empty without changes. */
    Optional<String> valueAt(String field, LocalDate asOf) {
        String value = null;
        for (DealChange change : changes) {
            if (change.field().equals(field)) {
                if (change.on().isAfter(asOf)) {
                    return Optional.of(value == null ? change.before() : value);
                }
                value = change.after();
            }
        }
        return Optional.ofNullable(value);
    }
}
