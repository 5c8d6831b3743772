package org.hoshimori.logarchive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.hoshimori.logarchive.Mapping.Target;
import org.jspecify.annotations.Nullable;

/** Zeek's own way to write: fields parted by tabs, named by {@code #fields}, typed by {@code #types}. */
final class ZeekTsv implements LogFormat {

    private final @Nullable Mapping only;

    ZeekTsv() {
        this(null);
    }

    /** @param only the one kind of log that there may be, or null for any */
    private ZeekTsv(@Nullable Mapping only) {
        this.only = only;
    }

    @Override
    public String name() {
        return "zeek";
    }

    @Override
    public Set<Column> columns() {
        return only == null ? ZeekMappings.columns() : only.columns();
    }

    @Override
    public LogFormat narrowed(byte[] look) {
        Reader reader = new Reader(new Times(java.time.ZoneOffset.UTC, java.time.Instant.EPOCH), null);
        reader.heading(Headings.of(Heading.HASH, look));
        return reader.names.isEmpty() ? this : new ZeekTsv(reader.mapping);
    }

    @Override
    public boolean claims(String line) {
        return line.startsWith("#separator") || line.startsWith("#fields\t");
    }

    @Override
    public LineReader reader(Setting setting) {
        return new Reader(setting.times(), only);
    }

    @Override
    public Heading heading() {
        return Heading.HASH;
    }

    /** What is done with a field: where it goes, or under which name it is kept. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Field(@Nullable Target target, byte[] name, boolean bool, boolean decimal) {}

    private static final class Reader implements LineReader {

        private static final String SEPARATOR = "#separator \\x";

        private final Times times;
        private final @Nullable Mapping only;
        private Field[] fields = {};
        private Mapping mapping = ZeekMappings.of("");
        private byte separator = '\t';
        private byte[] unset = {'-'};
        private byte[] empty = "(empty)".getBytes(StandardCharsets.US_ASCII);
        private String path = "";
        private List<String> names = List.of();

        Reader(Times times, @Nullable Mapping only) {
            this.times = times;
            this.only = only;
        }

        @Override
        public void heading(String lines) {
            lines.lines().forEach(this::heed);
        }

        private void heed(String line) {
            if (line.startsWith(SEPARATOR)) {
                byte[] code = Escapes.hex(line.substring(11).strip().getBytes(StandardCharsets.UTF_8));
                // Anything but one byte of ASCII is no separator.
                separator = code.length == 1 && code[0] > 0 ? code[0] : separator;
                return;
            }
            List<String> words = List.of(Escapes.parts(line, (char) separator));
            switch (words.getFirst()) {
                case "#unset_field" -> unset = words.getLast().getBytes(StandardCharsets.UTF_8);
                case "#empty_field" -> empty = words.getLast().getBytes(StandardCharsets.UTF_8);
                case "#path" -> path = words.getLast();
                case "#fields" -> {
                    names = words.subList(1, words.size());
                    types(List.of());
                }
                case "#types" -> types(words.subList(1, words.size()));
                default -> {}
            }
        }

        private void types(List<String> types) {
            mapping = ZeekMappings.of(ZeekMappings.knows(path) ? path : ZeekMappings.guess(names::contains));
            if (only != null && !only.equals(mapping)) {
                throw new OtherColumns(path);
            }
            Field[] next = new Field[names.size()];
            for (int i = 0; i < next.length; i++) {
                String type = i < types.size() ? types.get(i) : "";
                next[i] = new Field(
                        mapping.target(names.get(i)),
                        names.get(i).getBytes(StandardCharsets.UTF_8),
                        type.equals("bool"),
                        type.matches(".*(double|interval|time).*"));
            }
            fields = next;
        }

        @Override
        public boolean passes(Line line) {
            if (line.isEmpty()) {
                return true;
            }
            if (line.bytes()[line.from()] != '#') {
                return false;
            }
            heed(line.text());
            return true;
        }

        @Override
        public @Nullable Reason read(Line line, Rows row) {
            if (fields.length == 0) {
                return Reason.NO_HEADER;
            }
            byte[] b = line.bytes();
            int at = line.from();
            int end = line.to();
            if (line.purity() == Line.Purity.MIXED) {
                b = line.text().getBytes(StandardCharsets.UTF_8);
                at = 0;
                end = b.length;
            }
            mapping.begin(row);
            int f = 0;
            while (true) {
                int stop = at;
                boolean escaped = false;
                while (stop < end && b[stop] != separator) {
                    escaped |= b[stop] == '\\';
                    stop++;
                }
                if (f == fields.length) {
                    return Reason.MALFORMED;
                }
                Reason reason = put(row, fields[f++], b, at, stop, escaped);
                if (reason != null) {
                    return reason;
                }
                if (stop >= end) {
                    break;
                }
                at = stop + 1;
            }
            ZeekMappings.classify(mapping, row);
            return f == fields.length ? null : Reason.MALFORMED;
        }

        private @Nullable Reason put(Rows row, Field field, byte[] bytes, int begin, int stop, boolean escaped) {
            if (stop - begin == unset.length && Arrays.equals(bytes, begin, stop, unset, 0, unset.length)) {
                return null;
            }
            byte[] b = bytes;
            int from = begin;
            int until = stop;
            if (escaped) {
                b = Escapes.hex(bytes, begin, stop);
                from = 0;
                until = b.length;
            } else if (stop - begin == empty.length && Arrays.equals(bytes, begin, stop, empty, 0, empty.length)) {
                until = from;
            }
            if (field.target() != null) {
                return from == until ? null : Mapping.put(row, field.target(), b, from, until, times);
            }
            if (field.bool()) {
                row.unmapped(
                        new String(field.name(), StandardCharsets.UTF_8),
                        from == until ? "" : b[from] == 'T' ? "true" : "false");
            } else if (field.decimal()) {
                row.unmapped(
                        new String(field.name(), StandardCharsets.UTF_8), Escapes.plain(Line.text(b, from, until)));
            } else {
                row.unmapped(field.name(), b, from, until);
            }
            return null;
        }
    }
}
