package org.hoshimori.core.passkeys;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where passkeys hold: they are bound to the host of the address that browsers see ({@code --public-url}).
 *
 * @param host the relying party's id
 * @param origin the only one from which answers are taken
 */
record RelyingSite(String host, String origin) {

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[.*]");

    /** None where the address is a bare number, of which browsers accept none. */
    static Optional<RelyingSite> of(String publicUrl) {
        URI url = URI.create(publicUrl);
        if (url.getHost() == null || ADDRESS.matcher(url.getHost()).matches()) {
            return Optional.empty();
        }
        String host = url.getHost().toLowerCase(Locale.ROOT);
        boolean usual = url.getPort() == -1
                || (url.getScheme().equals("https") && url.getPort() == 443)
                || (url.getScheme().equals("http") && url.getPort() == 80);
        return Optional.of(new RelyingSite(host, url.getScheme() + "://" + host + (usual ? "" : ":" + url.getPort())));
    }

    /** Whether a page that was asked for at this host can use them. */
    boolean serves(String asked) {
        return asked.equalsIgnoreCase(host);
    }
}
