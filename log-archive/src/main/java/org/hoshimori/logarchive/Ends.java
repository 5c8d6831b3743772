package org.hoshimori.logarchive;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.hoshimori.logarchive.LogFormat.Setting;

/** Looks at both ends of a file. */
final class Ends {

    private static final int LOOK = 1 << 16;
    private static final long DAY = 86_400_000_000L;

    private Ends() {}

    /** Whether the first and the last row are of one day; false too where nobody can say without unpacking all of the file. */
    static boolean sameDay(Path file, byte[] look, LogFormat format, Setting setting) throws IOException {
        byte[] tail = tail(file, look);
        if (tail.length == 0) {
            return false;
        }
        String heading = Headings.of(format.heading(), look);
        long first = time(look, format.reader(setting), heading, true);
        long last = time(tail, format.reader(setting), heading, false);
        return first != Times.NONE && last != Times.NONE && Math.floorDiv(first, DAY) == Math.floorDiv(last, DAY);
    }

    private static byte[] tail(Path file, byte[] look) throws IOException {
        try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "r")) {
            byte[] head = new byte[Math.min(look.length, 64)];
            raw.readFully(head, 0, (int) Math.min(head.length, raw.length()));
            if (!java.util.Arrays.equals(head, 0, head.length, look, 0, head.length)) {
                return new byte[0]; // packed
            }
            byte[] tail = new byte[(int) Math.min(LOOK, raw.length())];
            raw.seek(raw.length() - tail.length);
            raw.readFully(tail);
            return tail;
        }
    }

    /** The time of the first or the last whole line that is a row. */
    private static long time(byte[] bytes, LineReader reader, String heading, boolean first) {
        if (!heading.isBlank()) {
            reader.heading(heading);
        }
        long found = Times.NONE;
        Line line = new Line();
        Rows rows = new Rows(1);
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                line.at(bytes, from, i);
                boolean whole = first || from > 0;
                from = i + 1;
                if (whole && !reader.passes(line) && reader.read(line, rows) == null && rows.has(Column.TIME)) {
                    found = rows.number(Column.TIME);
                }
                rows.drop();
                if (first && found != Times.NONE) {
                    return found;
                }
            }
        }
        return found;
    }
}
