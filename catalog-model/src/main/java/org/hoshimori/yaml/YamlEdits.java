package org.hoshimori.yaml;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Changes a YAML file of two levels – sections, and entries or items in them – at one place and leaves every other character as
 * somebody has written it, comments and all. Every change is an edit of the text; what it comes to is for a reader to check.
 */
public final class YamlEdits {

    private static final String INDENT = "  ";

    private final String file;
    private final String text;

    private YamlEdits(String file, String text) {
        this.file = file;
        this.text = text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
    }

    /** A file's text, for edits. */
    public static YamlEdits of(String file, String text) {
        return new YamlEdits(file, text);
    }

    /** The text with all edits. */
    public String text() {
        return text;
    }

    /**
     * Sets an entry of a section to a value, written in YAML on one line. An entry that stands is replaced; one that stands as a
     * comment ({@code # key: …}) gets its place; any other is put at the section's end.
     *
     * @throws YamlException if the text is not YAML, or the section holds no entries
     */
    public YamlEdits set(String section, String key, String value) {
        Optional<YamlNode> there = section(section);
        if (there.isEmpty() || there.get().isNull()) {
            return inNew(section, there.orElse(null), INDENT + key + ": " + value + "\n");
        }
        YamlNode map = there.get();
        YamlNode old = map.map().get(key);
        if (old != null) {
            return replaced(old, value);
        }
        if (map.inBrackets()) {
            return map.keys().isEmpty()
                    ? replaced(map, "{" + key + ": " + value + "}")
                    : insert(at(map.to()) - 1, ", " + key + ": " + value);
        }
        String indent = " ".repeat(map.keys().getFirst().place().column() - 1);
        Matcher comment = Pattern.compile("(?m)^[ \t]*# ?" + Pattern.quote(key) + ":.*\n")
                .matcher(text)
                .region(at(map.from()), sectionEnd(map));
        String line = indent + key + ": " + value + "\n";
        if (comment.find()) {
            return edited(comment.start(), comment.end(), line);
        }
        return insert(entriesEnd(map), line);
    }

    /**
     * Takes an entry out of a section, with its line; nothing happens if it is not there.
     *
     * @throws YamlException as {@link #set}
     */
    public YamlEdits remove(String section, String key) {
        Optional<YamlNode> there = section(section).filter(m -> !m.isNull());
        YamlNode old = there.map(m -> m.map().get(key)).orElse(null);
        if (there.isEmpty() || old == null) {
            return this;
        }
        YamlNode map = there.get();
        YamlNode name = map.keys().stream()
                .filter(k -> k.text().equals(key))
                .findFirst()
                .orElseThrow();
        if (map.inBrackets()) {
            return bracketed(at(name.from()), at(old.to()));
        }
        return edited(lineStart(at(name.from())), valueEnd(old), "");
    }

    /** Adds an item, written in YAML on one line, to a section's list. */
    public YamlEdits append(String section, String item) {
        Optional<YamlNode> there = section(section);
        if (there.isEmpty() || there.get().isNull()) {
            return inNew(section, there.orElse(null), INDENT + "- " + item + "\n");
        }
        YamlNode list = there.get();
        List<YamlNode> items = list.list();
        if (list.inBrackets() || items.isEmpty()) {
            return items.isEmpty() ? replaced(list, "[" + item + "]") : insert(at(list.to()) - 1, ", " + item);
        }
        return insert(valueEnd(items.getLast()), " ".repeat(dash(items.getFirst())) + "- " + item + "\n");
    }

    /** Takes an item, counted from 0, out of a section's list. */
    public YamlEdits remove(String section, int item) {
        YamlNode list = section(section).orElseThrow();
        YamlNode old = list.list().get(item);
        return list.inBrackets()
                ? bracketed(at(old.from()), at(old.to()))
                : edited(lineStart(at(old.from())), valueEnd(old), "");
    }

    private Optional<YamlNode> section(String section) {
        return root().map(YamlNode::map).flatMap(m -> Optional.ofNullable(m.get(section)));
    }

    private Optional<YamlNode> root() {
        return YamlNode.read(file, text).filter(r -> !r.isNull());
    }

    /** A section that holds nothing yet, or is not there. */
    private YamlEdits inNew(String section, @Nullable YamlNode empty, String lines) {
        if (empty == null) {
            return insert(text.length(), (text.isBlank() ? "" : "\n") + section + ":\n" + lines);
        }
        int start = at(empty.from());
        int end = at(empty.to());
        YamlEdits bare = edited(start, end, "");
        int next = bare.text.indexOf('\n', start) + 1;
        return bare.insert(next == 0 ? bare.text.length() : next, lines);
    }

    private YamlEdits replaced(YamlNode old, String value) {
        int start = at(old.from());
        boolean lines = inLines(old);
        if (lines && onLineOfItsOwn(start)) {
            // A block below its key: the value moves up beside the key.
            int colon = text.lastIndexOf(':', start);
            return edited(colon + 1, valueEnd(old), " " + value + "\n");
        }
        return edited(start, lines ? valueEnd(old) : at(old.to()), lines ? value + "\n" : value);
    }

    private boolean onLineOfItsOwn(int position) {
        return text.substring(lineStart(position), position).isBlank();
    }

    /** Out of brackets, with the comma before or after it. */
    private YamlEdits bracketed(int start, int end) {
        Matcher after = Pattern.compile("\\s*,\\s*").matcher(text).region(end, text.length());
        if (after.lookingAt()) {
            return edited(start, after.end(), "");
        }
        Matcher before = Pattern.compile(",\\s*\\z").matcher(text).region(0, start);
        return edited(before.find() ? before.start() : start, end, "");
    }

    private int entriesEnd(YamlNode map) {
        Map<String, YamlNode> entries = map.map();
        return valueEnd(entries.get(map.keys().getLast().text()));
    }

    /** After the line on which a value ends; comments behind it belong to what follows. */
    private int valueEnd(@Nullable YamlNode value) {
        YamlNode node = Objects.requireNonNull(value);
        int start = at(node.from());
        int end = at(node.to());
        if (inLines(node)) {
            int last = start + text.substring(start, end).stripTrailing().length();
            return text.indexOf('\n', lastOfComments(start, last)) + 1;
        }
        int next = text.indexOf('\n', Math.max(0, end - 1));
        return next < 0 ? text.length() : next + 1;
    }

    /** Whether a value is written in lines of its own, so that its end is where the next thing begins. */
    private boolean inLines(YamlNode node) {
        String written = text.substring(at(node.from()), at(node.to()));
        return written.stripTrailing().length() < written.length()
                && written.substring(written.stripTrailing().length()).contains("\n");
    }

    /** The end of a block without the comments that stand below it. */
    private int lastOfComments(int from, int last) {
        int end = last;
        while (end > from) {
            int line = lineStart(end - 1);
            String words = text.substring(line, end).strip();
            if (!words.isEmpty() && !words.startsWith("#")) {
                return end - 1;
            }
            end = line;
        }
        return from;
    }

    private int sectionEnd(YamlNode map) {
        Matcher next = Pattern.compile("(?m)^[^\\s#]").matcher(text).region(at(map.from()), text.length());
        return next.find() && next.start() > at(map.from()) ? next.start() : text.length();
    }

    /** The column of the dash before an item. */
    private int dash(YamlNode item) {
        int start = at(item.from());
        int line = lineStart(start);
        return text.substring(line, start).indexOf('-');
    }

    private int lineStart(int position) {
        return text.lastIndexOf('\n', position - 1) + 1;
    }

    private int at(int codePoints) {
        return text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length())));
    }

    private YamlEdits insert(int position, String words) {
        return edited(position, position, words);
    }

    private YamlEdits edited(int start, int end, String words) {
        return new YamlEdits(file, text.substring(0, start) + words + text.substring(end));
    }
}
