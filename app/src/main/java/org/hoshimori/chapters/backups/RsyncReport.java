package org.hoshimori.chapters.backups;

import java.time.Instant;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.proof.Hash;

/** {@code rsync --stats} and its exit code; 24 (files vanished while they were read) is no failure. */
final class RsyncReport {

    private static final int VANISHED = 24;
    private static final Pattern SIZE =
            Pattern.compile("(?m)^\\s*Total file size:\\s*([0-9.,\\s']*[0-9])\\s*([KMGTP]?)\\s*(?:bytes|B)?");
    private static final Pattern ENDED = Pattern.compile("(?m)^\\s*total size is ");
    private static final Pattern ERROR = Pattern.compile("(?m)^(rsync (?:error|warning):.*\\(code (\\d+)\\).*)$");
    private static final String UNITS = "KMGTP";
    private static final int UNIT = 1_000;

    private RsyncReport() {}

    static Report.Outcome read(String text, OptionalInt exit, Instant now) {
        Matcher error = ERROR.matcher(text);
        boolean told = error.find();
        if (exit.isEmpty() && !told && !ENDED.matcher(text).find()) {
            return new Report.Outcome.Unreadable();
        }
        int code = exit.orElseGet(() -> told ? Integer.parseInt(error.group(2)) : 0);
        byte[] bytes = (now + text).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return new Report.Outcome.Read(
                "rsync:" + Hash.sha256(bytes).hex(),
                Result.at(
                        code == 0 || code == VANISHED,
                        now,
                        size(text),
                        told ? error.group(1) : code == 0 ? "" : "exit code " + code));
    }

    private static long size(String text) {
        Matcher size = SIZE.matcher(text);
        if (!size.find()) {
            return Result.UNKNOWN;
        }
        String unit = size.group(2).toUpperCase(Locale.ROOT);
        String digits = size.group(1).replaceAll("[\\s']", "");
        if (unit.isEmpty()) {
            return Long.parseLong(digits.replaceAll("[.,]", ""));
        }
        double value = Double.parseDouble(digits.replace(',', '.'));
        return (long) (value * Math.pow(UNIT, 1.0 + UNITS.indexOf(unit)));
    }
}
