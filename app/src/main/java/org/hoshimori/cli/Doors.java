package org.hoshimori.cli;

import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the application can be reached: address, port, TLS or a proxy before it. Refuses what would send passwords in the clear. */
record Doors(
        InetAddress bind,
        int port,
        @Nullable Path certificate,
        @Nullable Path key,
        @Nullable String proxy,
        @Nullable String publicUrl,
        @Nullable Path terminals) {

    /** Authenticated encryption with forward secrecy only, the strongest first. */
    private static final String CIPHERS = String.join(
            ",",
            "TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");

    static Doors of(
            String bind,
            int port,
            @Nullable Path certificate,
            @Nullable Path key,
            @Nullable String proxy,
            @Nullable String publicUrl) {
        return of(bind, port, certificate, key, proxy, publicUrl, null);
    }

    /** With authorities whose client certificates tell terminals apart. */
    static Doors of(
            String bind,
            int port,
            @Nullable Path certificate,
            @Nullable Path key,
            @Nullable String proxy,
            @Nullable String publicUrl,
            @Nullable Path terminals) {
        if (port < 0 || port > 65535) {
            throw new Refused("serve-port", Integer.toString(port));
        }
        if ((certificate == null) != (key == null)) {
            throw new Refused("serve-tls-pair");
        }
        if (certificate != null && proxy != null) {
            throw new Refused("serve-tls-or-proxy");
        }
        if (terminals != null && certificate == null && proxy == null) {
            throw new Refused("serve-terminal-ca");
        }
        for (Path file : new @Nullable Path[] {certificate, key, terminals}) {
            if (file != null && !Files.isReadable(file)) {
                throw new Refused("no-such-file", file.toString());
            }
        }
        InetAddress address = resolved(bind);
        if (!address.isLoopbackAddress() && certificate == null && proxy == null) {
            throw new Refused("serve-bind-clear", bind);
        }
        return new Doors(address, port, certificate, key, proxy, publicUrl, terminals);
    }

    private static InetAddress resolved(String bind) {
        try {
            return InetAddress.getByName(bind);
        } catch (UnknownHostException e) {
            throw new Refused("serve-bind-unknown", bind);
        }
    }

    /** The same in Spring's names. */
    Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", port);
        settings.put("server.address", bind.getHostAddress());
        if (certificate != null && key != null) {
            settings.put(
                    "spring.ssl.bundle.pem.door.keystore.certificate",
                    certificate.toUri().toString());
            settings.put(
                    "spring.ssl.bundle.pem.door.keystore.private-key",
                    key.toUri().toString());
            settings.put("spring.ssl.bundle.pem.door.reload-on-update", true);
            settings.put("spring.ssl.bundle.pem.door.options.enabled-protocols", "TLSv1.3,TLSv1.2");
            settings.put("spring.ssl.bundle.pem.door.options.ciphers", CIPHERS);
            settings.put("server.ssl.bundle", "door");
        }
        if (terminals != null) {
            settings.put("hoshimori.terminals.ca", terminals.toAbsolutePath().toString());
            if (certificate != null) {
                settings.put(
                        "spring.ssl.bundle.pem.door.truststore.certificate",
                        terminals.toUri().toString());
                settings.put("server.ssl.client-auth", "want");
            }
        }
        if (proxy != null) {
            settings.put("server.forward-headers-strategy", "native");
            settings.put("server.tomcat.remoteip.internal-proxies", proxy.replace(".", "\\."));
        }
        settings.put("server.servlet.session.cookie.secure", encrypted());
        if (encrypted()) {
            // Such a cookie no other host of the company's domain can set (RFC 6265bis).
            settings.put("hoshimori.session-cookie", "__Host-hoshimori");
        }
        return settings;
    }

    private boolean encrypted() {
        return certificate != null || proxy != null;
    }

    /** The log-in page, as this machine itself reaches it without TLS. */
    URL local(int served) throws MalformedURLException {
        return URI.create("http://127.0.0.1:" + served + "/log-in").toURL();
    }

    /** The address to open in a browser. */
    String address(int served) {
        if (publicUrl != null) {
            return publicUrl;
        }
        String host = bind.isAnyLocalAddress() ? "localhost" : bind.getHostAddress();
        return (certificate == null ? "http://" : "https://") + (host.contains(":") ? "[" + host + "]" : host) + ":"
                + served + "/";
    }
}
