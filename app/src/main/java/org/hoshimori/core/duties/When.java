package org.hoshimori.core.duties;

/** When a duty is due. */
sealed interface When {

    /**
     * Once in each period.
     *
     * @param every how long a period is: a parameter's id or an ISO 8601 duration
     * @param month of a year's period: the parameter of the month in which it is due, or empty
     * @param by due so long after the period has begun (parameter or duration), or empty for at its end
     */
    record Every(String every, String month, String by) implements When {}

    /**
     * After something has happened.
     *
     * @param event what
     * @param within how long it leaves: a parameter's id or an ISO 8601 duration, or empty for the same day
     */
    record After(String event, String within) implements When {}
}
