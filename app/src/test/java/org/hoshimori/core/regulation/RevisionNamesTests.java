package org.hoshimori.core.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hoshimori.ApplicationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

@ApplicationTest
class RevisionNamesTests {

    private final RevisionNames names;

    RevisionNamesTests(@Autowired RevisionNames names) {
        this.names = names;
    }

    @AfterEach
    void asBefore() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void namesRevisionsInTheReadersLanguage() {
        Set<String> ids =
                Set.of("revision:1", "revision:1200", "revision:", "revision:x", "revision:0", "post:revision:1");
        LocaleContextHolder.setLocale(Locale.JAPANESE);
        assertThat(names.namesOf(ids)).isEqualTo(Map.of("revision:1", "規程の第1版", "revision:1200", "規程の第1200版"));
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(names.namesOf(Set.of("revision:2"))).isEqualTo(Map.of("revision:2", "Regulations, edition 2"));
    }
}
