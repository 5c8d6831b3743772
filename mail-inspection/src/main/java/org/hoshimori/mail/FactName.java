package org.hoshimori.mail;

import java.util.Locale;

/**
 * Supporting facts beside the regulation's indicators, each with its weight for our own verdict. Weights are small whole
 * numbers set by hand; {@link Verdict#DANGEROUS_FROM} of them together make a mail dangerous.
 */
public enum FactName {
    /** The sender's name is a known company's or public body's, the address is not. */
    NAME_NOT_DOMAIN(4),
    /** The address is a known owner's, but the receiving server found it forged. */
    FORGED_DOMAIN(5),
    /** The receiving server's checks failed. */
    AUTHENTICATION_FAILED(4),
    /** The address the server saw is not the sender's, softly said. */
    AUTHENTICATION_DOUBTFUL(2),
    /** No check vouches for the sender. */
    AUTHENTICATION_MISSING(2),
    REPLY_TO_ELSEWHERE(2),
    REPLY_TO_FREE_MAIL(4),
    RETURN_PATH_ELSEWHERE(1),
    /** The address could not receive an answer. */
    IMPOSSIBLE_SENDER(4),
    MALFORMED_SENDER(2),
    RANDOM_SENDER(2),
    SENDER_SUFFIX_CHEAP(2),
    ADDRESS_AS_NAME(3),
    ORGANIZATION_ON_FREE_MAIL(3),
    /** Letters of the name or subject are written in a disguise. */
    DISGUISED_LETTERS(3),
    DECORATED_SENDER(1),
    LOOK_ALIKE_HOST(4),
    BORROWED_NAME_IN_LINK(4),
    BORROWED_NAME_IN_SENDER(3),
    LINK_TEXT_NOT_TARGET(3),
    LINK_NUMERIC_HOST(3),
    LINK_USER_INFO(4),
    LINK_DATA(4),
    LINK_MIXED_SCRIPTS(3),
    LINK_SHORTENED(2),
    LINK_FREE_HOSTING(3),
    LINK_SUFFIX_CHEAP(1),
    LINK_RANDOM_HOST(1),
    LINK_OPEN_FORWARDER(2),
    /** A QR code in a picture or document leads to somebody else than the sender. */
    LINK_IN_QR_CODE(2),
    LINKS_ELSEWHERE(1),
    /** A link writes to free mail, though the sender does not use it. */
    LINK_WRITES_TO_FREE_MAIL(2),
    /** All links, also the one to unsubscribe, lead to one place. */
    LINKS_ALL_ONE(2),
    PICTURE_ONLY(2),
    HIDDEN_TEXT(1),
    INVISIBLE_LETTERS(2),
    FORM(1),
    FORM_ASKS_SECRET(5),
    SCRIPT(1),
    AUTOMATIC_FORWARD(3),
    ASKS_SECRET_ELSEWHERE(3),
    ACCOUNT_THREAT(2),
    PRESSURE(1),
    GENERIC_GREETING(1),
    /** The subject names a company that neither the sender nor any link belongs to. */
    NAME_IN_SUBJECT_ONLY(2),
    PRIZE(2),
    WINDFALL(4),
    CRYPTO_BAIT(2),
    /** Crypto-currency for nothing, to be claimed. */
    CRYPTO_GIVEAWAY(3),
    EXTORTION(5),
    ADULT_BAIT(3),
    CURE_BAIT(2),
    CASINO_BAIT(2),
    OFFER_BAIT(1),
    /** A bait, and not one link is the sender's. */
    BAIT_LEADS_ELSEWHERE(1),
    PARCEL_BAIT(2),
    REFUND_BAIT(2),
    REPLY_BAIT(1),
    /** Wants a call about a bill that nobody made. */
    CALL_BACK_BAIT(3),
    /** As from a superior: confidential, in haste, not by telephone. */
    BOSS_BAIT(3),
    /** A document, message or fax said to wait where no link is the sender's. */
    DOCUMENT_LURE(2),
    FAKE_REPLY(1),
    PROGRAM_ATTACHED(5),
    SHORTCUT_ATTACHED(5),
    DISGUISED_FILE(5),
    /** A notice as from inside the company, sent from free mail or a throw-away domain. */
    INSIDE_NOTICE_FROM_OUTSIDE(2),
    PAGE_ATTACHED(2),
    /** A page with program code, which builds what is seen only when opened. */
    ACTIVE_PAGE_ATTACHED(2),
    SECRET_PAGE_ATTACHED(5),
    MACRO(3),
    ENCRYPTED_ARCHIVE(1),
    EXTERNAL_TEMPLATE(4),
    ACTIVE_DOCUMENT(3),
    DISK_IMAGE_ATTACHED(3),
    TYPE_MISMATCH(2),
    BOMB(3),
    NESTED_DANGEROUS(5),
    /** The message quoted by a forward is. */
    FORWARDED_DANGEROUS(5),
    /** What speaks for a message weighs against the rest. */
    KNOWN_SENDER(-3),
    VOUCHED_SENDER(0),
    /** Name, address, answers and links all belong to one house. */
    COHERENT_SENDER(-2),
    OWNER_VOUCHED(-4),
    RUNNING_EXCHANGE(-3),
    MAILING_LIST(-3),
    DELIVERY_REPORT(-4);

    private final int weight;

    FactName(int weight) {
        this.weight = weight;
    }

    int weight() {
        return weight;
    }

    /** As written in JSON: {@code name-not-domain}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
