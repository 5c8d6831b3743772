package org.hoshimori.mail;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Links that show one address and open another. */
final class ShownTarget {

    private static final Pattern WEB = Pattern.compile("(?i)(https?:/{1,2}|www\\.).+");
    private static final Pattern HOST = Pattern.compile(
            "(?i)[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63}){0,12}\\.(com|net|org|jp|de|fr|nl|es|br|co|io|uk|us|info|gov|edu)(/.*)?");

    private ShownTarget() {}

    static Optional<Link> firstMismatch(List<Link> links) {
        return links.stream().filter(ShownTarget::differs).findFirst();
    }

    /** Whether what is shown is an address of another registrant than the target. */
    static boolean differs(Link link) {
        String shown = link.shown().strip();
        if (shown.isEmpty() || shown.length() > 300 || shown.indexOf(' ') >= 0 || shown.indexOf('@') >= 0) {
            return false;
        }
        boolean addressLike =
                WEB.matcher(shown).matches() || HOST.matcher(shown).matches();
        Optional<Url> url = addressLike ? Url.of(shown) : Optional.empty();
        return url.isPresent()
                && url.get().web()
                && Domains.canExist(url.get().host())
                && !Domains.same(url.get().host(), link.host());
    }
}
