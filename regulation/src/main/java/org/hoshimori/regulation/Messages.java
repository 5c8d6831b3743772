package org.hoshimori.regulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.Words;
import org.hoshimori.yaml.YamlException;

/** What the library says to people, by message code, in both languages. */
public final class Messages {

    private static final Properties JA = load("messages.ja.properties");
    private static final Properties EN = load("messages.en.properties");

    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)}");

    private Messages() {}

    private static Properties load(String name) {
        Properties properties = new Properties();
        try (InputStream in = Messages.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name);
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The message of this code, <code>{0}</code> and so on replaced by the arguments.
     *
     * @throws IllegalArgumentException if there is no such message
     */
    public static Words of(String code, List<String> arguments) {
        return find(code, arguments).orElseThrow(() -> new IllegalArgumentException(code));
    }

    /** As {@link #of}, but empty if there is no such message. */
    public static Optional<Words> find(String code, List<String> arguments) {
        String ja = JA.getProperty(code);
        String en = EN.getProperty(code);
        if (ja == null || en == null) {
            return Optional.empty();
        }
        return Optional.of(new Words(fill(ja, arguments), fill(en, arguments)));
    }

    /** A file that can't be read, in one line: where and what. */
    public static String of(YamlException error, Lang lang) {
        return error.place() + ": " + of(error.code(), error.arguments()).in(lang);
    }

    /** A pattern with <code>{0}</code> and so on replaced by the arguments. */
    public static String fill(String pattern, List<String> arguments) {
        // In one pass: an argument may itself hold {0}.
        return ARGUMENT.matcher(pattern).replaceAll(found -> {
            int i = Integer.parseInt(found.group(1));
            return Matcher.quoteReplacement(i < arguments.size() ? arguments.get(i) : found.group());
        });
    }
}
