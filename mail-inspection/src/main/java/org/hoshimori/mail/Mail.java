package org.hoshimori.mail;

import java.util.List;
import java.util.Set;

/**
 * A message taken apart.
 *
 * @param text all its plain text
 * @param html all its HTML, as source
 * @param report whether it is a delivery report (RFC 3462), whose nested message is our own
 * @param gaps what was not read, and why
 */
record Mail(
        Headers headers,
        String text,
        String html,
        List<Attachment> attachments,
        List<Mail> nested,
        boolean report,
        Set<Gap> gaps) {

    Mail {
        attachments = List.copyOf(attachments);
        nested = List.copyOf(nested);
        gaps = Set.copyOf(gaps);
    }

    /** Something of a message that could not be read or was too much. */
    enum Gap {
        /** Neither header nor text was found. */
        NOTHING,
        BROKEN,
        TOO_DEEP,
        TOO_MANY_PARTS,
        TOO_MANY_HEADERS,
        TOO_LONG_TEXT,
        TOO_LARGE_ATTACHMENT,
        TOO_SLOW
    }

    String subject() {
        return headers.text("Subject");
    }

    List<Mailbox> senders() {
        return Mailbox.parse(headers.first("From").orElse(""));
    }

    /** The first sender that has an address. */
    Mailbox from() {
        List<Mailbox> all = senders();
        return all.isEmpty() ? Mailbox.NONE : all.getFirst();
    }

    List<Mailbox> replyTo() {
        return Mailbox.parse(headers.first("Reply-To").orElse(""));
    }

    /** Angle brackets removed; empty if there is none. */
    String messageId() {
        return headers.first("Message-ID").orElse("").strip();
    }
}
