package org.kvartal.jobs.command;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** What is wrong with the value of an option, in the words of its user: without the names of classes. */
public final class WrongValue {
    private WrongValue() {}

    /** The message for whoever typed the command. */
    public static String message(ParameterException mistake) {
        @Nullable ArgSpec argument = mistake.getArgSpec();
        @Nullable String value = mistake.getValue();
        return argument != null && value != null && mistake.getCause() instanceof TypeConversionException
                ? "Invalid value '" + value + "' for " + name(argument) + ": it must be " + rule(typeOf(argument))
                : mistake.getMessage();
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    /** Of an option that takes several values the type of each. */
    private static Class<?> typeOf(ArgSpec argument) {
        Class<?>[] types = argument.auxiliaryTypes();
        return argument.isMultiValue() && types.length == 1 ? types[0] : argument.type();
    }

    private static String rule(Class<?> type) {
        if (type == LocalDate.class) {
            return "a date, as 2024-12-31";
        }
        if (type == ZoneId.class) {
            return "a time zone, as Europe/Berlin";
        }
        if (type == int.class) {
            return "a whole number";
        }
        if (type == long.class) {
            return "a whole number of at most 64 bits";
        }
        if (type.isEnum()) {
            List<String> names = Arrays.stream(type.getEnumConstants())
                    .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                    .toList();
            return "one of " + String.join(", ", names);
        }
        return "another one";
    }
}
