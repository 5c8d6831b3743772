package org.hoshimori.logarchive;

import java.util.LinkedHashMap;
import java.util.Map;

/** {@code key=value key="value with blanks"}, as FortiGate and many others write. */
final class KeyValues {

    private KeyValues() {}

    /** In their order; of a name that comes twice the later value gets a number. */
    static Map<String, String> read(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        int at = 0;
        int n = text.length();
        while (at < n) {
            while (at < n && text.charAt(at) == ' ') {
                at++;
            }
            int equals = text.indexOf('=', at);
            if (equals < 0) {
                break;
            }
            String key = text.substring(at, equals).strip();
            int from = equals + 1;
            int to;
            if (from < n && text.charAt(from) == '"') {
                to = ++from;
                while (to < n && (text.charAt(to) != '"' || text.charAt(to - 1) == '\\')) {
                    to++;
                }
                at = to + 1;
            } else {
                to = text.indexOf(' ', from);
                to = to < 0 ? n : to;
                at = to;
            }
            String name = key;
            for (int i = 2; pairs.containsKey(name); i++) {
                name = key + i;
            }
            pairs.put(name, text.substring(from, Math.min(to, n)));
        }
        return pairs;
    }
}
