package org.hoshimori.oscal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.representer.StandardRepresenter;

/** Writes objects as YAML that every version of YAML reads alike. */
final class YamlWriter {

    /** Plain text that some reader takes for a number, a date or a truth value. */
    private static final Pattern AMBIGUOUS = Pattern.compile(
            "(?i)y|n|yes|no|on|off|true|false|null|~|[-+.]?[0-9][-+0-9_.:xoa-fe]*([ t][0-9:.]+ *z?.*)?|[-+]?\\.(inf|nan)|=|<<");

    private YamlWriter() {}

    static String write(Map<String, Object> root) {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setUseUnicodeEncoding(true)
                .setSplitLines(false)
                .setWidth(Integer.MAX_VALUE)
                .setMaxSimpleKeyLength(1024)
                .build();
        return new Dump(settings, new Representer(settings)).dumpToString(printable(root));
    }

    private static final class Representer extends StandardRepresenter {
        Representer(DumpSettings settings) {
            super(settings);
            representers.put(String.class, data -> {
                String text = data.toString();
                ScalarStyle style = text.indexOf('\n') >= 0
                        ? ScalarStyle.LITERAL
                        : AMBIGUOUS.matcher(text).matches() ? ScalarStyle.SINGLE_QUOTED : ScalarStyle.PLAIN;
                return representScalar(Tag.STR, text, style);
            });
        }
    }

    /** YAML has no place for some characters; and equal lists would become aliases, were they not copied. */
    private static Object printable(Object value) {
        return switch (value) {
            case String text -> {
                StringBuilder out = new StringBuilder(text.length());
                text.codePoints().forEach(c -> out.appendCodePoint(shown(c) ? c : 0xFFFD));
                yield out.toString();
            }
            case Map<?, ?> map -> {
                Map<String, Object> copy = new LinkedHashMap<>();
                map.forEach((k, v) -> copy.put(String.valueOf(k), printable(v)));
                yield copy;
            }
            case List<?> list -> list.stream().map(YamlWriter::printable).toList();
            default -> value;
        };
    }

    private static boolean shown(int c) {
        return Xml.allowed(c) && !(c >= 0x7F && c < 0xA0 && c != 0x85) && c != 0xFEFF;
    }
}
