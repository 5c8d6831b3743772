package org.hoshimori.logarchive;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Columns by a mapping file: a heading in the first line names them, or the mapping does ({@code fields:}). */
final class Csv implements LogFormat {

    private final Mapping mapping;
    private final char separator;
    private final List<String> fields;
    private final String begins;

    Csv(Mapping mapping) {
        this.mapping = mapping;
        this.separator = separator(mapping.key("separator", ","));
        this.fields = mapping.key("fields", "").isEmpty() ? List.of() : mapping.list("fields");
        this.begins = mapping.key("begins", "");
    }

    private static char separator(String word) {
        return switch (word) {
            case "tab" -> '\t';
            case "bar" -> '|';
            case "semicolon" -> ';';
            case "space" -> ' ';
            default -> word.charAt(0);
        };
    }

    @Override
    public String name() {
        return mapping.key("name", "csv");
    }

    @Override
    public Set<Column> columns() {
        Set<Column> columns = mapping.columns();
        columns.add(Column.CONNECTION_INFO_PROTOCOL_NAME);
        columns.add(Column.TRAFFIC_BYTES_IN);
        columns.add(Column.TRAFFIC_PACKETS_IN);
        return columns;
    }

    @Override
    public boolean claims(String line) {
        return !begins.isEmpty() && line.matches(begins);
    }

    @Override
    public Heading heading() {
        return Heading.FIRST_LINE;
    }

    @Override
    public LineReader reader(Setting setting) {
        return new Reader(setting.times());
    }

    /** Of bytes and packets both ways and the way there, those the way back. */
    private static void bothWays(Rows row) {
        back(row, Column.TRAFFIC_BYTES, Column.TRAFFIC_BYTES_OUT, Column.TRAFFIC_BYTES_IN);
        back(row, Column.TRAFFIC_PACKETS, Column.TRAFFIC_PACKETS_OUT, Column.TRAFFIC_PACKETS_IN);
    }

    private static void back(Rows row, Column all, Column out, Column in) {
        if (row.has(all) && row.has(out) && !row.has(in) && row.number(all) >= row.number(out)) {
            row.put(in, row.number(all) - row.number(out));
        }
    }

    private final class Reader implements LineReader {

        private final Times times;
        private List<String> names = fields;
        private String head = "";

        Reader(Times times) {
            this.times = times;
        }

        @Override
        public void heading(String lines) {
            if (fields.isEmpty()) {
                head = lines.lines().findFirst().orElse("").strip();
                List<String> next = new ArrayList<>();
                for (String name : Escapes.csv(head.startsWith("\uFEFF") ? head.substring(1) : head, separator)) {
                    next.add(name.strip());
                }
                names = next;
            }
        }

        @Override
        public boolean passes(Line line) {
            return line.isEmpty()
                    || (!head.isEmpty()
                            && line.to() - line.from() <= head.length() * 4
                            && line.text().strip().equals(head));
        }

        @Override
        public @Nullable Reason read(Line line, Rows row) {
            String[] values = Escapes.csv(line.text(), separator);
            if (names.isEmpty()) {
                return Reason.NO_HEADER;
            }
            if (values.length != names.size()) {
                return Reason.MALFORMED;
            }
            mapping.begin(row);
            for (int i = 0; i < values.length; i++) {
                String name = names.get(i);
                String value = values[i].strip();
                Mapping.Target target = mapping.target(name);
                if (target != null && target.column() == Column.CONNECTION_INFO_PROTOCOL_NAME) {
                    row.put(target.column(), Protocols.name(value));
                    continue;
                }
                Reason reason = mapping.put(row, name, value, times);
                if (reason != null) {
                    return reason;
                }
            }
            bothWays(row);
            return null;
        }
    }
}
