package org.hoshimori.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;

/** Messages of the application where it does not run. */
final class SheetWords implements MessageSource {

    private final Map<String, Properties> byLanguage = new HashMap<>();

    SheetWords(String... names) {
        for (String language : List.of("ja", "en")) {
            Properties words = new Properties();
            for (String name : names) {
                read("/messages/" + name + (language.equals("en") ? "_en" : "") + ".properties", words);
            }
            byLanguage.put(language, words);
        }
    }

    private static boolean english(@Nullable Locale locale) {
        return locale != null && locale.getLanguage().equals("en");
    }

    private static void read(String resource, Properties into) {
        try (InputStream in = Objects.requireNonNull(SheetWords.class.getResourceAsStream(resource), resource)) {
            into.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String getMessage(String code, Object @Nullable [] arguments, @Nullable Locale locale) {
        String found = Objects.requireNonNull(byLanguage.get(english(locale) ? "en" : "ja"))
                .getProperty(code);
        if (found == null) {
            throw new NoSuchMessageException(code);
        }
        return new MessageFormat(found, locale == null ? Locale.JAPANESE : locale)
                .format(arguments == null ? new Object[0] : arguments);
    }

    @Override
    public @Nullable String getMessage(
            String code, Object @Nullable [] arguments, @Nullable String otherwise, @Nullable Locale locale) {
        try {
            return getMessage(code, arguments, locale);
        } catch (NoSuchMessageException e) {
            return otherwise;
        }
    }

    @Override
    public String getMessage(MessageSourceResolvable asked, @Nullable Locale locale) {
        throw new UnsupportedOperationException();
    }
}
