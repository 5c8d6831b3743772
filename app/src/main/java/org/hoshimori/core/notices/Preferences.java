package org.hoshimori.core.notices;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.hoshimori.core.organization.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How people want to be mailed. */
@Repository
class Preferences {

    private final JdbcClient sql;

    Preferences(JdbcClient sql) {
        this.sql = sql;
    }

    /** When something is mailed. */
    enum Mailed {
        AT_ONCE,
        DIGEST,
        NONE
    }

    /** What somebody may prefer; what is obliged is mailed as it was told, or sooner. */
    enum Preference {
        AS_TOLD,
        AT_ONCE,
        DIGEST,
        NONE;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Preference> of(String code) {
            return Arrays.stream(values()).filter(p -> p.code().equals(code)).findFirst();
        }

        Mailed mailOf(Notice notice) {
            Mailed told = switch (notice.urgency()) {
                case AT_ONCE -> Mailed.AT_ONCE;
                case DIGEST -> Mailed.DIGEST;
            };
            return switch (this) {
                case AS_TOLD -> told;
                case AT_ONCE -> Mailed.AT_ONCE;
                case DIGEST -> notice.obliged() ? told : Mailed.DIGEST;
                case NONE -> notice.obliged() ? told : Mailed.NONE;
            };
        }
    }

    Preference of(PersonId person) {
        return sql.sql("SELECT mail FROM notices.preference WHERE person = :person")
                .param("person", person.value())
                .query(String.class)
                .optional()
                .flatMap(Preference::of)
                .orElse(Preference.AS_TOLD);
    }

    void prefer(PersonId person, Preference preference) {
        sql.sql("""
                INSERT INTO notices.preference (person, mail) VALUES (:person, :mail)
                ON CONFLICT (person) DO UPDATE SET mail = excluded.mail""")
                .param("person", person.value())
                .param("mail", preference.code())
                .update();
    }
}
