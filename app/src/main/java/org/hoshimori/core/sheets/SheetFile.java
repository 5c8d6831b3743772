package org.hoshimori.core.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Reads a file of sheets, whatever it is called: what it is its first bytes tell. */
public final class SheetFile {

    /** The largest file that is read, in bytes. */
    public static final long MOST_BYTES = 32L << 20;

    /** The most rows that a sheet may hold: 100,000 of a register, and whatever stands around them. */
    public static final int MOST_ROWS = 101_000;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] PDF = {'%', 'P', 'D', 'F'};

    private SheetFile() {}

    /** What reading comes to. */
    public sealed interface Outcome {
        /** The sheets that are shown and hold something; at least one. */
        record Read(List<Sheet> sheets) implements Outcome {}

        /**
         * It can't be read, and why.
         *
         * @param where a sheet or a cell, or empty
         */
        record Unreadable(Problem why, String where) implements Outcome {}
    }

    /** Why a file can't be read. */
    public enum Problem {
        /** Nothing is in it. */
        EMPTY,
        /** It is locked by a password. */
        LOCKED,
        /** It is broken, or a table in a format that we don't know. */
        DAMAGED,
        /** It is neither .xlsx nor .xls nor text. */
        NO_TABLE,
        /** It is a table in a format that we don't read: .ods, .xlsb, .numbers. */
        OTHER_TABLE,
        /** It is a web page, or Excel's XML of 2003, whatever it is called. */
        WEB_PAGE,
        /** It is larger than {@link #MOST_BYTES}. */
        TOO_LARGE,
        /** Unpacked, it would be far larger than any register. */
        SWELLS,
        /** A sheet has more than {@link #MOST_ROWS} rows, or more cells than we hold at once. */
        TOO_MANY_ROWS,
        /** Its texts are longer altogether than we hold at once. */
        TOO_MUCH_TEXT,
        /** Its text is in none of the encodings that we know. */
        ENCODING,
        /** A quotation mark opens a cell of text and none closes it. */
        OPEN_QUOTE
    }

    /** Reads all sheets. Nothing in the file is run; of a formula only the value that was last computed is seen. */
    public static Outcome read(Path file) throws IOException {
        long size = Files.size(file);
        if (size == 0) {
            return new Outcome.Unreadable(Problem.EMPTY, "");
        }
        if (size > MOST_BYTES) {
            return new Outcome.Unreadable(Problem.TOO_LARGE, "");
        }
        byte[] head = new byte[8];
        try (InputStream in = Files.newInputStream(file)) {
            in.readNBytes(head, 0, head.length);
        }
        try {
            List<Sheet> sheets = (starts(head, ZIP)
                            ? XlsxFile.read(file)
                            : starts(head, OLE2) ? XlsFile.read(file) : text(file, head))
                    .stream().filter(s -> !s.rows().isEmpty()).toList();
            return sheets.isEmpty() ? new Outcome.Unreadable(Problem.EMPTY, "") : new Outcome.Read(sheets);
        } catch (Unreadable e) {
            return new Outcome.Unreadable(e.why(), e.where());
        }
    }

    private static List<Sheet> text(Path file, byte[] head) throws IOException {
        if (starts(head, PDF)) {
            throw new Unreadable(Problem.NO_TABLE, "");
        }
        return TextTable.read(Files.readAllBytes(file));
    }

    private static boolean starts(byte[] head, byte[] with) {
        return Arrays.equals(head, 0, with.length, with, 0, with.length);
    }
}
