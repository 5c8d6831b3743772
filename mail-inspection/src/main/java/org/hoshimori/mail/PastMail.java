package org.hoshimori.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whom the operator has written to. Who merely wrote to the operator is not known by that: a stranger's first mail would be enough. */
final class PastMail {

    private static final int MOST = 200_000;
    private static final List<String> TO = List.of("To", "Cc");

    private PastMail() {}

    /**
     * Lower-case addresses.
     *
     * @throws ContextRefused if it can't be read, or no own domain is given that tells which mail is the operator's
     */
    static Set<String> in(Path path, Context context) {
        if (!context.ownDomainsGiven()) {
            throw new ContextRefused("context.past-mail", path.toString());
        }
        Set<String> addresses = new HashSet<>();
        try {
            MailFolder.read(path, (_, message) -> {
                Mail mail = MailReader.read(message, Limits.standard());
                if (context.own(mail.from().host())
                        && !Authentication.of(mail.headers())
                                .disowned(mail.from().host())) {
                    TO.forEach(field -> add(mail.headers().first(field).orElse(""), addresses));
                }
            });
        } catch (IOException e) {
            throw new ContextRefused("context.unreadable", path.toString());
        }
        return addresses;
    }

    private static void add(String field, Set<String> to) {
        for (Mailbox each : Mailbox.parse(field)) {
            if (!each.address().isEmpty() && to.size() < MOST) {
                to.add(each.address().toLowerCase(Locale.ROOT));
            }
        }
    }
}
