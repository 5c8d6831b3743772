package org.hoshimori.core.terminals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Who signs certificates of our terminals ({@code serve --terminal-ca}); read again when the file changes. */
@Component
class TerminalAuthorities {

    private static final Logger LOG = LoggerFactory.getLogger(TerminalAuthorities.class);

    private final String file;
    private volatile Read last = new Read(null, Set.of());

    TerminalAuthorities(@Value("${hoshimori.terminals.ca:}") String file) {
        this.file = file;
    }

    private record Read(@Nullable FileTime at, Set<TrustAnchor> anchors) {}

    /** Whether terminals are told apart at all. */
    boolean on() {
        return !file.isEmpty();
    }

    /** Whether one of them has signed this, when it began to hold; whether it still does is asked elsewhere. */
    boolean signed(X509Certificate certificate) {
        Set<TrustAnchor> anchors = anchors();
        if (anchors.isEmpty() || !Certificate.forClients(certificate)) {
            return false;
        }
        try {
            PKIXParameters parameters = new PKIXParameters(anchors);
            parameters.setRevocationEnabled(false);
            parameters.setDate(certificate.getNotBefore());
            CertPathValidator.getInstance("PKIX")
                    .validate(
                            CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate)), parameters);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private Set<TrustAnchor> anchors() {
        if (!on()) {
            return Set.of();
        }
        Path path = Path.of(file);
        try {
            FileTime changed = Files.getLastModifiedTime(path);
            if (!changed.equals(last.at())) {
                last = new Read(changed, read(path));
            }
        } catch (IOException | CertificateException e) {
            LOG.warn("authorities of terminals can't be read: {}", e.getMessage());
        }
        return last.anchors();
    }

    private static Set<TrustAnchor> read(Path path) throws IOException, CertificateException {
        try (InputStream in = Files.newInputStream(path)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(c -> new TrustAnchor((X509Certificate) c, null))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }
}
