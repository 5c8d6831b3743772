package org.hoshimori.core.regulation;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.hoshimori.catalog.Lang;
import org.springframework.stereotype.Component;

/** Revisions laid out to be read; the last few are kept, since a revision never changes. */
@Component
class Readings {

    private static final int KEPT = 6;

    private final Map<Key, Reading> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Reading> eldest) {
            return size() > KEPT;
        }
    };

    private record Key(int revision, Lang lang) {}

    Reading of(Revision revision, Locale locale) {
        Lang lang = Revision.language(locale);
        synchronized (kept) {
            return kept.computeIfAbsent(new Key(revision.number(), lang), k -> Reading.of(revision, lang));
        }
    }
}
