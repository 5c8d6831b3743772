package org.hoshimori.core.terminals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of a client certificate (X.509).
 *
 * @param fingerprint SHA-256 of all of it, 64 hexadecimal digits
 * @param serial as its authority numbers it, hexadecimal
 */
record Certificate(
        String fingerprint, String serial, String subject, String issuer, Instant startsAt, Instant expiresAt) {

    /** More is no certificate of a terminal. */
    static final int LONGEST = 20_000;

    private static final int LONGEST_NAME = 300;
    private static final List<String> CLIENTS = List.of("1.3.6.1.5.5.7.3.2", "2.5.29.37.0");

    static Certificate of(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return new Certificate(
                    HexFormat.of().formatHex(digest),
                    certificate.getSerialNumber().toString(16),
                    cut(certificate.getSubjectX500Principal().getName()),
                    cut(certificate.getIssuerX500Principal().getName()),
                    certificate.getNotBefore().toInstant(),
                    certificate.getNotAfter().toInstant());
        } catch (CertificateEncodingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String cut(String name) {
        return name.replaceAll("\\p{Cntrl}", " ").substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    /** A certificate in PEM or DER; nothing where it is neither, or not alone. */
    static Optional<X509Certificate> read(byte[] text) {
        try {
            var found = CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(text));
            return found.size() == 1
                    ? found.stream().map(X509Certificate.class::cast).findFirst()
                    : Optional.empty();
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }

    static Optional<X509Certificate> read(String pem) {
        return pem.length() > LONGEST ? Optional.empty() : read(pem.strip().getBytes(StandardCharsets.UTF_8));
    }

    /** Whether it may say of a client who it is: no authority's own, nor one for servers only. */
    static boolean forClients(X509Certificate certificate) {
        try {
            List<String> uses = certificate.getExtendedKeyUsage();
            return certificate.getBasicConstraints() < 0
                    && (uses == null || uses.stream().anyMatch(CLIENTS::contains));
        } catch (CertificateParsingException e) {
            return false;
        }
    }
}
