package org.hoshimori.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import org.hoshimori.catalog.Lang;
import org.jspecify.annotations.Nullable;

/** Which language the program speaks: {@code --lang}, else {@code HOSHIMORI_LANG}, else the locale's, else Japanese. */
final class Languages {

    /** Bundles by language only, without falling back on the machine's locale. */
    static final ResourceBundle.Control CONTROL = new ResourceBundle.Control() {
        @Override
        public List<String> getFormats(String baseName) {
            return FORMAT_PROPERTIES;
        }

        @Override
        public @Nullable Locale getFallbackLocale(String baseName, Locale locale) {
            return null;
        }

        @Override
        public @Nullable ResourceBundle newBundle(
                String baseName, Locale locale, String format, ClassLoader loader, boolean reload) throws IOException {
            String name = "/" + baseName.replace('.', '/') + "."
                    + (locale.getLanguage().equals("en") ? "en" : "ja") + ".properties";
            try (InputStream in = Languages.class.getResourceAsStream(name)) {
                return in == null
                        ? null
                        : new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        }
    };

    private Languages() {}

    static Lang of(List<String> args, Map<String, String> environment) {
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            String given = arg.startsWith("--lang=")
                    ? arg.substring("--lang=".length())
                    : arg.equals("--lang") && i + 1 < args.size() ? args.get(i + 1) : "";
            if (given.equalsIgnoreCase("ja") || given.equalsIgnoreCase("en")) {
                return Lang.of(given.toLowerCase(Locale.ROOT));
            }
        }
        for (String name : List.of("HOSHIMORI_LANG", "LC_ALL", "LC_MESSAGES", "LANG")) {
            String value = environment.getOrDefault(name, "");
            if (value.startsWith("ja")) {
                return Lang.JA;
            }
            if (value.startsWith("en")) {
                return Lang.EN;
            }
        }
        return Lang.JA;
    }

    static Locale locale(Lang lang) {
        return Locale.of(lang.tag());
    }
}
