package org.hoshimori.chapters.logs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hoshimori.core.estate.Item;
import org.hoshimori.core.estate.ItemList;
import org.hoshimori.core.estate.Noun;
import org.hoshimori.core.storage.Width;
import org.springframework.stereotype.Component;

/**
 * What reviews know of the company's hosts by its registers ({@code inf-3.d}): devices and systems that are not retired and whose notes say
 * their addresses, on lines that begin with {@code MAC:} or {@code IP:}. The registers have no other place for these.
 */
@Component
class OwnDevices {

    private static final int MOST = 1_000_000;
    private static final Pattern LINE =
            Pattern.compile("(?m)^[ \\t]*(mac|ip)(?:v[46])?[ \\t]*(?:アドレス|address(?:es)?)?[ \\t]*:(.*)$");
    private static final Pattern MAC =
            Pattern.compile("(?<![0-9a-f:.-])(?:[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\\1){4}[0-9a-f]{2}"
                    + "|[0-9a-f]{4}\\.[0-9a-f]{4}\\.[0-9a-f]{4}|[0-9a-f]{12})(?![0-9a-f:-]|\\.[0-9a-f])");
    private static final Pattern IP = Pattern.compile(
            "(?<![0-9a-z:.])(?:\\d{1,3}(?:\\.\\d{1,3}){3}|(?=[0-9a-f]{0,4}:)[0-9a-f:.]{1,44}[0-9a-f:])(?![0-9a-z:/]|\\.\\d)");

    private final ItemList items;

    OwnDevices(ItemList items) {
        this.items = items;
    }

    /** By register, as a review takes them; empty if no note says an address. */
    Map<String, List<Map<String, String>>> known() {
        List<Map<String, String>> devices = Stream.of(Noun.DEVICE, Noun.SYSTEM)
                .flatMap(noun -> items.rows(ItemList.Wish.all(noun), MOST, 0).stream())
                .flatMap(OwnDevices::rows)
                .toList();
        return devices.isEmpty() ? Map.of() : Map.of("device", devices);
    }

    /** As many rows as it has addresses of the kind of which it has more. */
    static Stream<Map<String, String>> rows(Item item) {
        List<String> macs = new ArrayList<>();
        List<String> addresses = new ArrayList<>();
        Matcher line = LINE.matcher(Width.folded(item.note()).toLowerCase(Locale.ROOT));
        while (line.find()) {
            boolean mac = line.group(1).equals("mac");
            (mac ? MAC : IP).matcher(line.group(2)).results().forEach(m -> (mac ? macs : addresses).add(m.group()));
        }
        return Stream.iterate(0, i -> i + 1)
                .limit(Math.max(macs.size(), addresses.size()))
                .map(i -> {
                    Map<String, String> row = new LinkedHashMap<>();
                    row.put("mac", i < macs.size() ? macs.get(i) : "");
                    row.put("ip", i < addresses.size() ? addresses.get(i) : "");
                    row.put("hostname", item.name());
                    return row;
                });
    }
}
