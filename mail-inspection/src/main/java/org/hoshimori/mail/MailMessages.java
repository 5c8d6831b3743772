package org.hoshimori.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** The library's sentences, by code. */
final class MailMessages {

    private static final Properties JA = load("messages.ja.properties");
    private static final Properties EN = load("messages.en.properties");

    private MailMessages() {}

    static String text(String code, List<String> arguments, Locale locale) {
        Properties in = locale.getLanguage().equals("ja") ? JA : EN;
        String pattern = in.getProperty(code);
        if (pattern == null) {
            throw new IllegalArgumentException(code);
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            int number = c == '{' && i + 2 < pattern.length() && pattern.charAt(i + 2) == '}'
                    ? Character.digit(pattern.charAt(i + 1), 10)
                    : -1;
            if (number >= 0) {
                text.append(number < arguments.size() ? arguments.get(number) : "");
                i += 2;
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    static Properties load(String name) {
        Properties properties = new Properties();
        try (InputStream in = MailMessages.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name);
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
