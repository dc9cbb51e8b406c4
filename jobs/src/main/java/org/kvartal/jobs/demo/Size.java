package org.kvartal.jobs.demo;

/** How large the invented company is. */
public enum Size {
    S(1),
    M(10);

    private final int factor;

    Size(int factor) {
        this.factor = factor;
    }

    /** How many times the people, customers, deals and requests of the small company. */
    int factor() {
        return factor;
    }

    int times(int small) {
        return small * factor;
    }
}
