package org.hoshimori.core.regulation;

/**
 * A value of the regulation in force, as the API tells it.
 *
 * @param value in words; empty where nobody has set one
 * @param set whether the operator has set it; otherwise it is the sample's
 */
record ParameterTold(String id, String label, String value, boolean set, String revision) {}
