package org.hoshimori.chapters.backups;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/** What tools say of a run, read as they write it. */
public final class Report {

    private Report() {}

    /** A tool whose reports can be read. */
    public enum Tool {
        /** {@code restic backup --json}: lines of JSON, of which the summary counts. */
        RESTIC("restic"),
        /** {@code borg create --json}: one JSON object. */
        BORG("borg"),
        /** Events of Windows Server Backup as a table. */
        WINDOWS_SERVER_BACKUP("windows-server-backup"),
        /** {@code rsync --stats}: text, and the exit code. */
        RSYNC("rsync");

        private final String code;

        Tool(String code) {
            this.code = code;
        }

        /** As the command line and addresses name it. */
        public String code() {
            return code;
        }

        /** By its code. */
        public static Optional<Tool> find(String code) {
            return Arrays.stream(values()).filter(t -> t.code.equals(code)).findFirst();
        }
    }

    /** What reading comes to. */
    public sealed interface Outcome {
        /**
         * It tells of a run.
         *
         * @param key by which the tool itself tells this run from others
         */
        record Read(String key, Result result) implements Outcome {}

        /** It tells of no run that has ended. */
        record Unreadable() implements Outcome {}
    }

    /**
     * Reads a report.
     *
     * @param exit the tool's exit code, where it is known; what the report itself says does not make a failure good
     * @param zone in which the tool writes times that name no zone
     * @param now when the run ended, where the report does not say
     */
    public static Outcome read(Tool tool, String text, OptionalInt exit, ZoneId zone, Instant now) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return switch (tool) {
            case RESTIC -> ResticReport.read(plain, exit, now);
            case BORG -> BorgReport.read(plain, exit, zone, now);
            case WINDOWS_SERVER_BACKUP -> WindowsReport.read(plain, zone);
            case RSYNC -> RsyncReport.read(plain, exit, now);
        };
    }
}
