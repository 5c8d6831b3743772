package org.hoshimori.chapters.mail;

import java.util.Map;
import java.util.Optional;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.Evident;

/** What happens to a report. */
sealed interface MailReportEvent extends Evident {

    /** As it is now. */
    MailReport report();

    @Override
    default String subject() {
        return report().named();
    }

    @Override
    default Optional<String> clause() {
        return Optional.of(MailDesk.CLAUSE);
    }

    /** Somebody has reported it. */
    record Reported(Actor by, MailReport report) implements MailReportEvent {
        @Override
        public String act() {
            return "mail-report.reported/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of(
                    "sender", report.sender(),
                    "subject", report.subject(),
                    "verdict", report.verdict(),
                    "signs", report.signs(),
                    "several", report.several(),
                    "words", report.words(),
                    "sha256", report.sha256());
        }
    }

    /** Somebody who answers for it has said what it was. */
    record Settled(Actor by, MailReport report, boolean warned) implements MailReportEvent {
        @Override
        public String act() {
            return "mail-report.settled/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("as", report.state().code(), "answer", report.answer(), "warned", warned);
        }
    }
}
