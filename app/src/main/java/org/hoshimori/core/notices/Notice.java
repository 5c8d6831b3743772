package org.hoshimori.core.notices;

import java.util.List;
import org.hoshimori.core.organization.PersonId;

/**
 * What somebody is to be told.
 *
 * @param key what makes it this notice and no other ({@code duty-due:…:2027-03-31}): under the same key nobody is told twice
 * @param message code of the sentence; it is put into words when it is read or sent, in the reader's language
 * @param address of the page that it is about, from the root: {@code /duties/…}
 * @param urgency when it is mailed
 * @param obliged whether it is mailed whatever the person prefers
 */
public record Notice(
        PersonId person,
        String key,
        String message,
        List<Argument> arguments,
        String address,
        Urgency urgency,
        boolean obliged) {

    /** When a notice is mailed. */
    public enum Urgency {
        AT_ONCE,
        /** With others, once a business day. */
        DIGEST
    }

    /** Keeps its own copy; refuses an address that leads elsewhere. */
    public Notice {
        arguments = List.copyOf(arguments);
        if (!local(address)) {
            throw new IllegalArgumentException(address);
        }
    }

    /** One for the day's digest, which the person may decline to have mailed. */
    public static Notice to(PersonId person, String key, String message, String address, Argument... arguments) {
        return new Notice(person, key, message, List.of(arguments), address, Urgency.DIGEST, false);
    }

    /** The same, mailed at once. */
    public Notice atOnce() {
        return new Notice(person, key, message, arguments, address, Urgency.AT_ONCE, obliged);
    }

    /** The same, mailed whatever the person prefers. */
    public Notice whateverPreferred() {
        return new Notice(person, key, message, arguments, address, urgency, true);
    }

    static boolean local(String address) {
        return address.startsWith("/") && !address.startsWith("//") && !address.contains("\\");
    }
}
