package org.hoshimori.core.terminals;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certificates in PEM, each of a key of its own that signs itself. */
public final class TestCertificates {

    private static final KeyPair PAIR = pair();

    private TestCertificates() {}

    /** Of a client. */
    public static String client(String name) {
        return made(name, KeyPurposeId.id_kp_clientAuth, false, Duration.ofDays(365));
    }

    static String expired(String name) {
        return made(name, KeyPurposeId.id_kp_clientAuth, false, Duration.ofDays(-1));
    }

    static String server(String name) {
        return made(name, KeyPurposeId.id_kp_serverAuth, false, Duration.ofDays(365));
    }

    static String authority() {
        return made("ca", KeyPurposeId.id_kp_clientAuth, true, Duration.ofDays(365));
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("EC").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String made(String name, KeyPurposeId use, boolean authority, Duration life) {
        try {
            X500Name called = new X500Name("CN=" + name);
            Instant now = Instant.now();
            var builder = new JcaX509v3CertificateBuilder(
                    called,
                    new BigInteger(UUID.randomUUID().toString().replace("-", ""), 16),
                    Date.from(now.minus(Duration.ofDays(30))),
                    Date.from(now.plus(life)),
                    called,
                    PAIR.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(use));
            byte[] der = builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(PAIR.getPrivate()))
                    .getEncoded();
            return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(der)
                    + "\n-----END CERTIFICATE-----\n";
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}
