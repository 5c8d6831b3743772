package org.hoshimori.core.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The terminal from which a request comes, as far as the company knows it ({@code acc-7}). */
public sealed interface Terminal {

    /** One that is registered, by the number of the device. */
    record Known(String number) implements Terminal {}

    /** One that is not, or of which that can't be seen. */
    record Unknown(Why why) implements Terminal {}

    /** Why a terminal is not known. */
    enum Why {
        /** It showed no certificate that an authority of ours has signed. */
        NONE,
        /** Its certificate is not in the register, or the device has been retired. */
        UNREGISTERED,
        /** The certificate's time is over. */
        EXPIRED,
        /** The certificate was revoked. */
        REVOKED;

        /** As addresses and the record name it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Why> find(String code) {
            return Arrays.stream(values()).filter(w -> w.code().equals(code)).findFirst();
        }
    }
}
