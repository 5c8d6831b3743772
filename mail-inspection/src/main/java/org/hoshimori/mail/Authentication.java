package org.hoshimori.mail;

import java.util.Locale;

/**
 * What the receiving server found out about the sender (RFC 8601), read from its own, topmost header; each value in lower
 * case, empty if it says nothing.
 *
 * @param dkimDomain who signed
 * @param composite Microsoft's overall judgement
 */
record Authentication(String spf, String dkim, String dmarc, String dkimDomain, String mailFrom, String composite) {

    static Authentication of(Headers headers) {
        String results = headers.first("Authentication-Results")
                .or(() -> headers.first("ARC-Authentication-Results"))
                .orElse("")
                .toLowerCase(Locale.ROOT);
        String spf = value(results, "spf");
        if (spf.isEmpty()) {
            String received = headers.first("Received-SPF").orElse("").strip().toLowerCase(Locale.ROOT);
            spf = received.isEmpty() ? "" : received.replaceAll("[^a-z].*", "");
        }
        String dkim = value(results, "dkim");
        if (results.contains("dkim=pass")) {
            dkim = "pass"; // one valid signature is enough
        }
        return new Authentication(
                spf,
                dkim,
                value(results, "dmarc"),
                signer(results),
                value(results, "smtp.mailfrom"),
                value(results, "compauth"));
    }

    private static String signer(String results) {
        int pass = results.indexOf("dkim=pass");
        String from = pass < 0 ? results : results.substring(pass);
        String domain = value(from, "header.d");
        String identity = value(from, "header.i");
        return domain.isEmpty() ? identity.substring(identity.lastIndexOf('@') + 1) : domain;
    }

    private static String value(String text, String name) {
        int at = text.indexOf(name + "=");
        while (at > 0 && !Character.isWhitespace(text.charAt(at - 1)) && text.charAt(at - 1) != ';') {
            at = text.indexOf(name + "=", at + 1);
        }
        if (at < 0) {
            return "";
        }
        int from = at + name.length() + 1;
        int end = from;
        while (end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end)) || "._@+-".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return text.substring(from, end);
    }

    boolean known() {
        return !spf.isEmpty() || !dkim.isEmpty() || !dmarc.isEmpty();
    }

    /** Whether the sender's domain vouches for the message. */
    boolean vouchedFor(String fromHost) {
        return dmarc.equals("pass")
                || (dkim.equals("pass") && Domains.same(dkimDomain, fromHost))
                || (spf.equals("pass") && Domains.same(mailFrom.substring(mailFrom.lastIndexOf('@') + 1), fromHost));
    }

    /** Whether the sender's domain disowns the message. */
    boolean disowned(String fromHost) {
        return dmarc.equals("fail") || composite.equals("fail") || (spf.equals("fail") && !vouchedFor(fromHost));
    }

    /** Whether a check says that the message probably is not from there. */
    boolean doubtful(String fromHost) {
        boolean odd = spf.equals("softfail") || spf.endsWith("error") || dkim.equals("fail") || dmarc.endsWith("error");
        return odd && !disowned(fromHost) && !vouchedFor(fromHost);
    }
}
