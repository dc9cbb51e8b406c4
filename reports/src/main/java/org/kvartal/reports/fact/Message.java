package org.kvartal.reports.fact;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Holds a message of the product itself, in English: a literal, or something else that is so marked. Every message
 * stands in the catalogue of each language. Names out of the data are no messages: they go through {@link Text#name}.
 *
 * <p>A message may have places {@code {0}}, {@code {1}}, ... and the plural syntax of ICU's MessageFormat.
 */
@Documented
@Target({
    ElementType.PARAMETER,
    ElementType.METHOD,
    ElementType.FIELD,
    ElementType.LOCAL_VARIABLE,
    ElementType.RECORD_COMPONENT
})
@Retention(RetentionPolicy.CLASS)
public @interface Message {}
