package org.hoshimori.logarchive;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.hoshimori.logarchive.MessageFormat.MessageReader;
import org.jspecify.annotations.Nullable;

/** Files of messages, each in an envelope of syslog or none: of one format, or of any mixture. */
final class Messages implements LogFormat {

    private final String name;
    private final List<MessageFormat> formats;
    private final List<byte[]> names;
    private final Set<MessageFormat> expected;

    Messages(String name, List<MessageFormat> formats) {
        this(name, formats, Set.copyOf(formats));
    }

    /** @param expected those that there are columns for; a reader that meets another one says so */
    private Messages(String name, List<MessageFormat> formats, Set<MessageFormat> expected) {
        this.name = name;
        this.formats = formats;
        this.expected = expected;
        this.names = formats.stream()
                .map(f -> f.name().getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<Column> columns() {
        Set<Column> columns = EnumSet.of(
                Column.TIME,
                Column.METADATA_LOGGED_TIME,
                Column.DEVICE_HOSTNAME,
                Column.DEVICE_IP,
                Column.METADATA_LOG_NAME,
                Column.UNMAPPED);
        expected.forEach(f -> columns.addAll(f.columns()));
        return columns;
    }

    /** Only those that claim a line of the beginning: a firewall's log needs no columns for DNS. */
    @Override
    public LogFormat narrowed(byte[] look) {
        Envelope envelope = new Envelope(new Times(java.time.ZoneOffset.UTC, java.time.Instant.EPOCH));
        Set<MessageFormat> seen = new HashSet<>();
        Line.text(look, 0, look.length)
                .lines()
                .map(envelope::open)
                .mapToInt(message -> claiming(message, envelope.app()))
                .filter(i -> i >= 0)
                .forEach(i -> seen.add(formats.get(i)));
        return seen.isEmpty() ? this : new Messages(name, formats, seen);
    }

    @Override
    public boolean claims(String line) {
        Envelope envelope = new Envelope(new Times(java.time.ZoneOffset.UTC, java.time.Instant.EPOCH));
        String message = envelope.open(line);
        return formats.stream().anyMatch(f -> f.claims(message, envelope.app()));
    }

    @Override
    public LineReader reader(Setting setting) {
        Envelope envelope = new Envelope(setting.times());
        List<MessageReader> readers =
                formats.stream().map(f -> f.reader(setting)).toList();
        return new LineReader() {
            private int last = first();

            @Override
            public @Nullable Reason read(Line line, Rows row) {
                String message = envelope.open(line.text());
                if (!formats.get(last).claims(message, envelope.app())) {
                    int found = claiming(message, envelope.app());
                    if (found < 0) {
                        return formats.size() == 1 ? Reason.MALFORMED : Reason.UNKNOWN_FORMAT;
                    }
                    if (!expected.contains(formats.get(found))) {
                        throw new OtherColumns(formats.get(found).name());
                    }
                    last = found;
                }
                row.put(Column.METADATA_LOG_NAME, names.get(last));
                Reason reason = readers.get(last).read(message, row);
                if (reason == null) {
                    envelope.seal(row);
                }
                return reason;
            }

            @Override
            public boolean passes(Line line) {
                return line.isEmpty()
                        || (line.bytes()[line.from()] == '#' && line.text().startsWith(Spool.MARK));
            }
        };
    }

    private int first() {
        return IntStream.range(0, formats.size())
                .filter(i -> expected.contains(formats.get(i)))
                .findFirst()
                .orElse(0);
    }

    private int claiming(String message, String app) {
        for (int i = 0; i < formats.size(); i++) {
            if (formats.get(i).claims(message, app)) {
                return i;
            }
        }
        return -1;
    }
}
