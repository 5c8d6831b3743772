package org.hoshimori.core.terminals;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The client certificate of a request: of our own TLS, or as the proxy hands it on in {@code Client-Cert} (RFC 9440, or PEM with
 * percent signs as nginx writes it). The container marks what came through the proxy that {@code serve} was told of; from anybody
 * else the header is not looked at.
 */
final class ShownCertificate {

    static final String HEADER = "Client-Cert";
    static final String OF_TLS = "jakarta.servlet.request.X509Certificate";
    /** Tomcat sets it where the sender itself, not what it says of itself, is the proxy. */
    static final String BY_PROXY = "org.apache.tomcat.request.forwarded";

    private ShownCertificate() {}

    static Optional<X509Certificate> of(HttpServletRequest request) {
        if (request.getAttribute(OF_TLS) instanceof X509Certificate[] chain && chain.length > 0) {
            return Optional.of(chain[0]);
        }
        if (!Boolean.TRUE.equals(request.getAttribute(BY_PROXY))) {
            return Optional.empty();
        }
        List<String> headers = Collections.list(request.getHeaders(HEADER));
        return headers.size() == 1 ? written(headers.getFirst().strip()) : Optional.empty();
    }

    private static Optional<X509Certificate> written(String header) {
        if (header.isEmpty() || header.length() > Certificate.LONGEST) {
            return Optional.empty();
        }
        try {
            return header.startsWith(":") && header.endsWith(":")
                    ? Certificate.read(Base64.getDecoder()
                            .decode(header.substring(1, Math.max(1, header.length() - 1))))
                    : Certificate.read(URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
