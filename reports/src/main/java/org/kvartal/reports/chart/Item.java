package org.kvartal.reports.chart;

import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Message;
import org.kvartal.reports.fact.Text;

/** A number with its label. */
public record Item(Text label, Fact value) {

    public Item(@Message String label, Fact value) {
        this(Text.of(label), value);
    }
}
