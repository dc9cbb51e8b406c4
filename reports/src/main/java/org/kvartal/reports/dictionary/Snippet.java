package org.kvartal.reports.dictionary;

/** What to type in a program to read one table. */
record Snippet(Engine engine, String text) {}
