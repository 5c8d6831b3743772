package org.hoshimori.core.sheets;

import java.util.Set;

/** Cells that show no value, because their formula came to an error or was never computed. */
final class Broken {

    /** Stands for a formula whose value the file does not hold: the program that wrote it did not compute. */
    static final String NOT_COMPUTED = "#FORMULA?";

    private static final Set<String> ERRORS = Set.of(
            "#REF!",
            "#N/A",
            "#VALUE!",
            "#DIV/0!",
            "#NAME?",
            "#NUM!",
            "#NULL!",
            "#SPILL!",
            "#CALC!",
            "#FIELD!",
            "#BLOCKED!",
            "#CONNECT!",
            "#BUSY!",
            "#UNKNOWN!",
            "#GETTING_DATA");

    private Broken() {}

    static boolean error(String text) {
        return text.startsWith("#") && ERRORS.contains(text);
    }

    static boolean notComputed(String text) {
        return text.equals(NOT_COMPUTED);
    }
}
