package org.hoshimori.mail;

import com.google.common.net.InternetDomainName;
import com.ibm.icu.text.IDNA;
import java.util.concurrent.ConcurrentHashMap;

/** What of a host name can be registered by somebody (public suffix list), and how it reads. */
final class Domains {

    /** Of a host name, in characters (RFC 1035). */
    static final int LONGEST = 253;

    private static final int MOST = 20_000;
    private static final ConcurrentHashMap<String, String> KNOWN = new ConcurrentHashMap<>();
    private static final IDNA IDNA_2008 = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_UNICODE);

    private Domains() {}

    /** The registrable domain; the host itself if it has none (an address in numbers, an inner name). */
    static String registrable(String host) {
        String known = KNOWN.get(host);
        if (known != null) {
            return known;
        }
        String found = compute(host);
        if (KNOWN.size() > MOST) {
            KNOWN.clear();
        }
        KNOWN.put(host, found);
        return found;
    }

    private static String compute(String host) {
        if (!InternetDomainName.isValid(host)) {
            return host;
        }
        InternetDomainName name = InternetDomainName.from(host);
        return name.isUnderPublicSuffix() ? name.topPrivateDomain().toString() : host;
    }

    /** Whether mail could come from there: a well-formed name below a public suffix that exists. */
    static boolean canExist(String host) {
        if (!InternetDomainName.isValid(host)) {
            return false;
        }
        InternetDomainName name = InternetDomainName.from(host);
        return name.hasRegistrySuffix() && name.parts().size() > 1;
    }

    /** Whether both belong to the same registrant. */
    static boolean same(String one, String other) {
        return !one.isEmpty() && registrable(one).equals(registrable(other));
    }

    /** Whether {@code host} is {@code domain} or lies below it. */
    static boolean within(String host, String domain) {
        return host.equals(domain)
                || (host.endsWith(domain) && host.charAt(host.length() - domain.length() - 1) == '.');
    }

    /** As people see it: punycode decoded. */
    static String shown(String host) {
        if (!host.contains("xn--")) {
            return host;
        }
        StringBuilder out = new StringBuilder();
        IDNA_2008.nameToUnicode(host, out, new IDNA.Info());
        return out.toString();
    }

    /** The registrable domain's own label, without its suffix: {@code amazon} of {@code www.amazon.co.jp}. */
    static String label(String host) {
        String domain = registrable(host);
        int dot = domain.indexOf('.');
        return dot < 0 ? domain : domain.substring(0, dot);
    }
}
