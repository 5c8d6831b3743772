package org.hoshimori.chapters.backups;

import java.util.Locale;

/** How much a backup holds, as people read it. */
final class Bytes {

    private static final long UNIT = 1_000;

    private Bytes() {}

    /** At most four digits and a unit; empty where the size is not known. */
    static String said(long bytes) {
        if (bytes < 0) {
            return "";
        }
        String[] units = {"B", "kB", "MB", "GB", "TB", "PB"};
        double value = bytes;
        int unit = 0;
        while (value >= UNIT && unit < units.length - 1) {
            value /= UNIT;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", value, units[unit]);
    }
}
