package org.hoshimori.cli;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** Where notices go: a mail server, a channel of the company's chat. */
final class NoticeOptions {

    private static final List<String> SECURITY = List.of("starttls", "tls", "none");

    @CommandLine.Option(names = "--mail-host", paramLabel = "HOST", defaultValue = "", descriptionKey = "mail-host")
    private String host = "";

    @CommandLine.Option(names = "--mail-port", paramLabel = "N", defaultValue = "587", descriptionKey = "mail-port")
    private int port;

    @CommandLine.Option(
            names = "--mail-security",
            paramLabel = "WAY",
            defaultValue = "starttls",
            descriptionKey = "mail-security")
    private String security = "";

    @CommandLine.Option(names = "--mail-user", paramLabel = "NAME", defaultValue = "", descriptionKey = "mail-user")
    private String user = "";

    @CommandLine.Option(
            names = "--mail-password",
            paramLabel = "PASSWORD",
            defaultValue = "",
            descriptionKey = "mail-password")
    private String password = "";

    @CommandLine.Option(names = "--mail-from", paramLabel = "ADDRESS", defaultValue = "", descriptionKey = "mail-from")
    private String from = "";

    @CommandLine.Option(names = "--channel", paramLabel = "URL", defaultValue = "", descriptionKey = "channel")
    private String channel = "";

    @CommandLine.Option(
            names = "--digest-at",
            paramLabel = "HH:MM",
            defaultValue = "08:30",
            descriptionKey = "digest-at")
    private String digestAt = "";

    /** In the application's names; refuses what can't be and what would send a password or notices in the clear. */
    Map<String, Object> settings() {
        if (!host.isEmpty()) {
            refuseMail();
        }
        if (!channel.isEmpty()) {
            refuseChannel();
        }
        Map<String, Object> settings = new HashMap<>();
        settings.put("hoshimori.mail.host", host);
        settings.put("hoshimori.mail.port", port);
        settings.put("hoshimori.mail.security", security);
        settings.put("hoshimori.mail.user", user);
        settings.put("hoshimori.mail.password", password);
        settings.put("hoshimori.mail.from", from);
        settings.put("hoshimori.notices.channel", channel);
        settings.put("hoshimori.notices.digest-at", time().toString());
        return settings;
    }

    private void refuseMail() {
        if (!SECURITY.contains(security)) {
            throw new Refused("serve-mail-security", Errors.oneLine(security));
        }
        if (port < 1 || port > 65535) {
            throw new Refused("serve-port", Integer.toString(port));
        }
        if (!from.matches("[^@\\s<>]+@[^@\\s<>]+")) {
            throw new Refused("serve-mail-from", Errors.oneLine(from));
        }
        if (security.equals("none") && !loopback(host)) {
            throw new Refused("serve-mail-clear", Errors.oneLine(host));
        }
    }

    private void refuseChannel() {
        try {
            URI address = new URI(channel);
            boolean https = "https".equals(address.getScheme());
            boolean here =
                    "http".equals(address.getScheme()) && address.getHost() != null && loopback(address.getHost());
            if (address.getHost() == null || !(https || here)) {
                throw new Refused("serve-channel");
            }
        } catch (URISyntaxException e) {
            throw new Refused("serve-channel");
        }
    }

    private LocalTime time() {
        try {
            return LocalTime.parse(digestAt);
        } catch (DateTimeException e) {
            throw new Refused("serve-digest-at", Errors.oneLine(digestAt));
        }
    }

    static boolean loopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
