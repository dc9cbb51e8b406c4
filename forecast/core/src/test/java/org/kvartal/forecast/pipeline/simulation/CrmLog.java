package org.kvartal.forecast.pipeline.simulation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** History and changes as rows of CSV, each later than the row before. */
final class CrmLog implements Journal {
    static final String HISTORY = "opportunity_id,from_stage,to_stage,changed_at";
    static final String CHANGES = "opportunity_id,field,old_value,new_value,changed_at";
    private static final int FIRST_HOUR = 9;
    private static final int SECONDS_APART = 11;

    private final Shape shape;
    private final List<String> history = new ArrayList<>();
    private final List<String> changes = new ArrayList<>();
    private int day;
    private int rowsToday;

    CrmLog(Shape shape) {
        this.shape = shape;
    }

    List<String> history() {
        return history;
    }

    List<String> changes() {
        return changes;
    }

    /** The moment of creation, earlier on its day than every change. */
    static LocalDateTime createdAt(Deal deal) {
        return LocalDate.ofEpochDay(deal.created).atTime(FIRST_HOUR - 1, 0).plusSeconds(deal.number % 3600);
    }

    @Override
    public void stageChanged(Deal deal, int from, int to, int day) {
        if (shape.isLogged()) {
            String before = from == Deal.NONE ? "" : shape.stages().get(from);
            LocalDateTime moment = from == Deal.NONE ? createdAt(deal) : moment(day);
            history.add(String.join(",", deal.id(), before, shape.stages().get(to), moment.format(Extract.TIMESTAMP)));
        }
    }

    @Override
    public void amountChanged(Deal deal, double from, double to, int day) {
        change(deal, "amount", Extract.money(from), Extract.money(to), day);
    }

    @Override
    public void promiseChanged(Deal deal, int from, int to, int day) {
        change(deal, "close_date", Extract.date(from), Extract.date(to), day);
    }

    @Override
    public void ownerChanged(Deal deal, int from, int to, int day) {
        change(deal, "owner_id", Extract.owner(from), Extract.owner(to), day);
    }

    private void change(Deal deal, String field, String from, String to, int day) {
        if (shape.isLogged() && !from.equals(to)) {
            changes.add(String.join(",", deal.id(), field, from, to, moment(day).format(Extract.TIMESTAMP)));
        }
    }

    private LocalDateTime moment(int day) {
        rowsToday = day == this.day ? rowsToday + 1 : 0;
        this.day = day;
        return LocalDate.ofEpochDay(day).atTime(FIRST_HOUR, 0).plusSeconds((long) rowsToday * SECONDS_APART);
    }
}
