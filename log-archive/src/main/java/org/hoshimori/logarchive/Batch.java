package org.hoshimori.logarchive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hoshimori.logarchive.LogFormat.Setting;

/** A part of a file on its way into the archive, and what became of its lines. */
final class Batch {

    private final Blocks blocks;
    private final LogFormat format;
    private final Setting setting;
    private final boolean oneDay;
    private final Map<Integer, Integer> linesOfBlock = new HashMap<>();
    private final List<Aside> aside = new ArrayList<>();
    private final TreeMap<Long, Hour> hours = new TreeMap<>();
    private long rows;
    private long skewLeast = Long.MAX_VALUE;
    private long skewMost = Long.MIN_VALUE;

    /** @param oneDay whether its lines are likely of one day (UTC); if they are not, it only takes longer */
    Batch(Blocks blocks, LogFormat format, Setting setting, boolean oneDay) {
        this.oneDay = oneDay;
        this.blocks = blocks;
        this.format = format;
        this.setting = setting;
    }

    boolean oneDay() {
        return oneDay;
    }

    Blocks blocks() {
        return blocks;
    }

    LineReader reader() {
        return format.reader(setting);
    }

    /** A line that became no row. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Aside(int block, int line, Reason reason, byte[] bytes) {}

    /** How many rows of an hour, and the first and last of them. */
    record Hour(long rows, long first, long last) {
        Hour with(Hour more) {
            return new Hour(rows + more.rows, Math.min(first, more.first), Math.max(last, more.last));
        }
    }

    synchronized void lines(int block, int lines) {
        linesOfBlock.put(block, lines);
    }

    synchronized void aside(Aside line) {
        aside.add(line);
    }

    synchronized void took(int count, Map<Long, Hour> more, long least, long most) {
        rows += count;
        more.forEach((hour, seen) -> hours.merge(hour, seen, Hour::with));
        skewLeast = Math.min(skewLeast, least);
        skewMost = Math.max(skewMost, most);
    }

    long rows() {
        return rows;
    }

    /** Hours since 1970 and what is in them. */
    Map<Long, Hour> hours() {
        return hours;
    }

    /** Lines read, rows or not. */
    long lines() {
        return linesOfBlock.values().stream().mapToLong(Integer::longValue).sum();
    }

    /** The furthest that the device's clock was ahead of and behind the envelope's, in microseconds; zero if nobody can say. */
    long ahead() {
        return skewMost == Long.MIN_VALUE ? 0 : skewMost;
    }

    long behind() {
        return skewLeast == Long.MAX_VALUE ? 0 : skewLeast;
    }

    /** The lines set aside in the file's order, each with its number counted from {@code firstLine}. */
    List<Numbered> aside(long firstLine) {
        long[] before = new long[linesOfBlock.size() + 1];
        for (int i = 0; i < linesOfBlock.size(); i++) {
            before[i + 1] = before[i] + linesOfBlock.getOrDefault(i, 0);
        }
        return aside.stream()
                .sorted(Comparator.comparingInt(Aside::block).thenComparingInt(Aside::line))
                .map(a -> new Numbered(firstLine + before[a.block()] + a.line(), a))
                .toList();
    }

    record Numbered(long number, Aside line) {}
}
