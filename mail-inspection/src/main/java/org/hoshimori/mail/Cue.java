package org.hoshimori.mail;

import java.util.Locale;

/** What a phrase is about. */
enum Cue {
    /** Wording that takes the meaning from what stands within it: "we never ask for your password". */
    NEUTRAL,
    SECRET,
    ACCOUNT_TROUBLE,
    CONFIRM,
    DEADLINE,
    CLICK,
    GENERIC_GREETING,
    PARCEL,
    BOOKING,
    PAYMENT_NOTICE,
    REFUND,
    PRESS,
    JOB,
    INQUIRY,
    SURVEY,
    INTERNAL_PAPER,
    VIP,
    OFFICIAL_SECURITY,
    OFFICIAL_EPIDEMIC,
    OFFICIAL_DISASTER,
    OFFICIAL_OTHER,
    TO_ALL,
    HR,
    POLICY,
    RESEND,
    PRIZE,
    WINDFALL,
    CRYPTO,
    EXTORTION,
    DATING,
    PHARMACY,
    SLIMMING,
    CASINO,
    OFFER,
    REQUEST_REPLY,
    BILL_SCAM,
    BOSS,
    SHARED_DOCUMENT;

    /** As the list names it. */
    String section() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
