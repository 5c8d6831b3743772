package org.hoshimori.logarchive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hoshimori.logarchive.LogFormat.Heading;

/** The formats that can be read. */
public final class Formats {

    static final String MIXED = "syslog";

    private static final List<MessageFormat> MESSAGES = List.of(
            new Zeek(),
            new Suricata(),
            new CiscoAsa(),
            new PaloAlto(),
            new FortiGate(),
            new Iptables(),
            new PfSense(),
            new Dhcpd(),
            new Dnsmasq(),
            new Named(),
            new Squid(),
            new Apache());

    private final List<LogFormat> formats;

    private Formats(List<LogFormat> formats) {
        this.formats = formats;
    }

    /** Those that come with the product. */
    public static Formats shipped() {
        List<LogFormat> all = new ArrayList<>();
        all.add(new ZeekTsv());
        all.add(new Csv(Mapping.shipped("nfdump")));
        all.add(new Csv(Mapping.shipped("yaf")));
        all.add(new Csv(Mapping.shipped("argus")));
        MESSAGES.forEach(m -> all.add(new Messages(m.name(), List.of(m))));
        all.add(new Messages(MIXED, MESSAGES));
        return new Formats(List.copyOf(all));
    }

    /** These and one of a mapping file of one's own, which is tried first. */
    public Formats with(Path mapping) throws IOException {
        List<LogFormat> all = new ArrayList<>(formats);
        all.addFirst(new Csv(Mapping.read(mapping)));
        return new Formats(List.copyOf(all));
    }

    /** Their names, for help. */
    public List<String> names() {
        return formats.stream().map(LogFormat::name).toList();
    }

    /** The format of this name; for {@code auto} the only one that the first lines look like, or the mixture of all that syslog carries. */
    LogFormat choose(String name, byte[] look) {
        if (!name.equals("auto")) {
            return named(name)
                    .orElseThrow(() -> new ArchiveRefused("logs.no-format", name, String.join(", ", names())));
        }
        List<String> lines = Line.text(look, 0, look.length)
                .lines()
                .filter(l -> !l.isEmpty())
                .limit(100)
                .toList();
        for (LogFormat format : formats) {
            if (format.heading() != Heading.NONE
                    && lines.stream()
                            .limit(format.heading() == Heading.HASH ? 100 : 1)
                            .anyMatch(format::claims)) {
                return format;
            }
        }
        List<LogFormat> fitting = formats.stream()
                .filter(f -> f.heading() == Heading.NONE && !f.name().equals(MIXED))
                .filter(f -> lines.stream().anyMatch(f::claims))
                .toList();
        boolean enveloped = lines.stream().anyMatch(l -> l.startsWith("<") || Times.month(l, 0) > 0);
        boolean one = fitting.size() == 1 && (!enveloped || lines.stream().allMatch(fitting.getFirst()::claims));
        return one ? mixtureNamed(fitting.getFirst().name()) : formats.getLast();
    }

    /** The mixture under the name of what it begins with: what follows may still be anything. */
    private static LogFormat mixtureNamed(String name) {
        return new Messages(
                name,
                MESSAGES.stream()
                        .sorted(Comparator.comparing(m -> !m.name().equals(name)))
                        .toList());
    }

    Optional<LogFormat> named(String name) {
        return formats.stream().filter(f -> f.name().equals(name)).findFirst();
    }
}
