package org.hoshimori.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names and addresses by which a server is reached. */
final class HostNames {

    private static final Pattern NAME = Pattern.compile(
            "(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

    private static final Pattern IPV4 = Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}");

    private HostNames() {}

    /** As asked, else what this machine calls itself; always also this machine as it sees itself. Refuses what is no host. */
    static List<String> of(List<String> asked) {
        Set<String> hosts = new LinkedHashSet<>();
        for (String host : asked) {
            String name = host.toLowerCase(Locale.ROOT);
            if (!isAddress(name) && !NAME.matcher(name).matches()) {
                throw new Refused("tls-host", Errors.oneLine(host));
            }
            hosts.add(name);
        }
        if (asked.isEmpty()) {
            own(hosts);
        }
        hosts.addAll(List.of("localhost", "127.0.0.1", "::1"));
        return List.copyOf(hosts);
    }

    private static void own(Set<String> hosts) {
        try {
            InetAddress here = InetAddress.getLocalHost();
            String name = here.getHostName().toLowerCase(Locale.ROOT);
            if (NAME.matcher(name).matches()) {
                hosts.add(name);
            }
            hosts.add(here.getHostAddress());
        } catch (UnknownHostException e) {
            // Then it has no name but localhost.
        }
    }

    static boolean isAddress(String host) {
        if (!host.contains(":") && !IPV4.matcher(host).matches()) {
            return false;
        }
        try {
            return InetAddress.ofLiteral(host).getAddress().length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Those that a certificate is good for. */
    static List<String> in(X509Certificate certificate) throws CertificateParsingException {
        List<String> hosts = new ArrayList<>();
        for (List<?> alternative : certificate.getSubjectAlternativeNames()) {
            hosts.add(String.valueOf(alternative.get(1)));
        }
        return hosts;
    }
}
