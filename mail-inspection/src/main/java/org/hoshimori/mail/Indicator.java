package org.hoshimori.mail;

import java.util.Locale;

/** The 18 signs of targeted mail that clause {@code itu-4.5} lists, in its order. */
public enum Indicator {
    /** Unknown sender, but the contents leave hardly a choice but to open a link or attachment. */
    THEME_1,
    /** Unexpected, but tempting: papers from inside, an important visitor. */
    THEME_2,
    /** First notice ever from a public body. */
    THEME_3,
    /** Addressed to the whole organisation. */
    THEME_4,
    /** Unexpected payment, booking or delivery notice. */
    THEME_5,
    /** Asks for a log-in name, a password or the like. */
    THEME_6,
    /** Sent from a free-mail address. */
    SENDER_1,
    /** The sender's address differs from the one in the signature. */
    SENDER_2,
    /** Unnatural Japanese. */
    BODY_1,
    /** Ideographs that Japanese does not use. */
    BODY_2,
    /** An address on the web with a real name as a part of it. */
    BODY_3,
    /** The address shown differs from the one that is opened. */
    BODY_4,
    /** A wrong signature: a body or number that does not exist, a telephone number given as fax. */
    BODY_5,
    /** There is an attachment. */
    ATTACHMENT_1,
    /** A program. */
    ATTACHMENT_2,
    /** A shortcut. */
    ATTACHMENT_3,
    /** A program that shows itself as a document or folder. */
    ATTACHMENT_4,
    /** A disguised file name: two extensions, long blanks, reversed writing. */
    ATTACHMENT_5;

    /** As written in JSON: {@code theme.1}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** What the regulation's table says, in short. */
    public String title(Locale locale) {
        return Reason.of("title." + id()).text(locale);
    }
}
