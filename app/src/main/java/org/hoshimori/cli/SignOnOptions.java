package org.hoshimori.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** The company's provider of single sign-on. */
final class SignOnOptions {

    private static final List<String> SECOND = List.of("claimed", "provider");

    @CommandLine.Option(names = "--sso-issuer", paramLabel = "URL", defaultValue = "", descriptionKey = "sso-issuer")
    private String issuer = "";

    @CommandLine.Option(names = "--sso-client", paramLabel = "ID", defaultValue = "", descriptionKey = "sso-client")
    private String client = "";

    @CommandLine.Option(names = "--sso-secret-file", paramLabel = "FILE", descriptionKey = "sso-secret-file")
    private @Nullable Path secret;

    @CommandLine.Option(
            names = "--sso-groups-claim",
            paramLabel = "NAME",
            defaultValue = "groups",
            descriptionKey = "sso-groups-claim")
    private String groups = "";

    @CommandLine.Option(
            names = "--sso-second-factor",
            paramLabel = "WAY",
            defaultValue = "claimed",
            descriptionKey = "sso-second-factor")
    private String second = "";

    /** In the application's names; refuses half a setting, and what would send log-ins in the clear. */
    Map<String, Object> settings() {
        if (issuer.isEmpty() != client.isEmpty()) {
            throw new Refused("serve-sso-pair");
        }
        if (!issuer.isEmpty() && !safe(issuer)) {
            throw new Refused("serve-sso-issuer", Errors.oneLine(issuer));
        }
        if (!SECOND.contains(second)) {
            throw new Refused("serve-sso-second-factor", Errors.oneLine(second));
        }
        Map<String, Object> settings = new HashMap<>();
        settings.put("hoshimori.sign-on.issuer", issuer);
        settings.put("hoshimori.sign-on.client", client);
        settings.put("hoshimori.sign-on.groups-claim", groups);
        settings.put("hoshimori.sign-on.second-factor", second);
        if (secret != null) {
            if (!Files.isReadable(secret)) {
                throw new Refused("no-such-file", secret.toString());
            }
            settings.put(
                    "hoshimori.sign-on.secret-file", secret.toAbsolutePath().toString());
        }
        return settings;
    }

    private static boolean safe(String issuer) {
        try {
            URI address = new URI(issuer);
            return address.getHost() != null
                    && ("https".equals(address.getScheme())
                            || ("http".equals(address.getScheme()) && NoticeOptions.loopback(address.getHost())));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
