package org.hoshimori.frame;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * The messages of all rooms, in Japanese and English. A page says hundreds, most of them without arguments, and each is found in one
 * of some forty files: what was found once is kept, in these two languages only, whatever language a visitor asks for.
 */
final class Messages extends ResourceBundleMessageSource {

    private final Found japanese = new Found(Locale.JAPANESE);
    private final Found english = new Found(Locale.ENGLISH);

    /** What was found in a language, by code. */
    private record Found(Locale locale, Map<String, String> plain, Map<String, MessageFormat> formats) {
        Found(Locale locale) {
            this(locale, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        }
    }

    private Found found(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? english : japanese;
    }

    /** One way to write an apostrophe, whether a message has arguments or not. */
    @Override
    protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
        Found found = found(locale);
        String message = found.plain().get(code);
        if (message != null) {
            return message;
        }
        MessageFormat format = resolveCode(code, locale);
        if (format == null) {
            return null;
        }
        synchronized (format) {
            message = format.format(new Object[0]);
        }
        found.plain().put(code, message);
        return message;
    }

    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
        Found found = found(locale);
        MessageFormat format = found.formats().get(code);
        if (format == null) {
            format = super.resolveCode(code, found.locale());
            if (format != null) {
                found.formats().put(code, format);
            }
        }
        return format;
    }
}
