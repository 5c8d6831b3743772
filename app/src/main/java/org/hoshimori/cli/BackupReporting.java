package org.hoshimori.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.hoshimori.chapters.backups.Submission;
import org.jspecify.annotations.Nullable;

/**
 * Sends a result to the server.
 *
 * @param authority the certificate of the company's own authority, where the server's is by it
 */
record BackupReporting(URI url, String token, @Nullable Path authority) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int CREATED = 201;
    private static final int OK = 200;

    /** Refuses what would send the token in the clear. */
    BackupReporting {
        String host = String.valueOf(url.getHost());
        boolean here = host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
        if (!"https".equals(url.getScheme()) && !("http".equals(url.getScheme()) && here)) {
            throw new Refused("backup-result.url", Errors.oneLine(url.toString()));
        }
        if (token.isBlank()) {
            throw new Refused("backup-result.no-token");
        }
    }

    int send(Submission submission, Terminal terminal, boolean quiet) {
        HttpResponse<String> answer = answer(submission);
        if (answer.statusCode() != OK && answer.statusCode() != CREATED) {
            throw new Refused(
                    "backup-result.not-taken", Integer.toString(answer.statusCode()), Errors.oneLine(answer.body()));
        }
        if (!quiet) {
            terminal.say("backup-result.sent", submission.plan(), submission.key(), Errors.oneLine(answer.body()));
        }
        return answer.body().contains("\"fine\"") ? Exit.FINE : Exit.FINDINGS;
    }

    private HttpResponse<String> answer(Submission submission) {
        String base = url.toString().replaceFirst("/+$", "");
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/api/v1/backup-results"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token.strip())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(submission.written()))
                .build();
        try (HttpClient client = client()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | GeneralSecurityException e) {
            throw new Refused(
                    "backup-result.no-answer", url.toString(), Errors.oneLine(String.valueOf(e.getMessage())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("backup-result.no-answer", url.toString(), "");
        }
    }

    private HttpClient client() throws IOException, GeneralSecurityException {
        HttpClient.Builder client = HttpClient.newBuilder().connectTimeout(PATIENCE);
        if (authority != null) {
            if (!Files.isRegularFile(authority)) {
                throw new Refused("no-such-file", authority.toString());
            }
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            try (InputStream in = Files.newInputStream(authority)) {
                int number = 0;
                for (Certificate certificate :
                        CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                    trusted.setCertificateEntry("authority-" + number++, certificate);
                }
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, trust.getTrustManagers(), null);
            client.sslContext(tls);
        }
        return client.build();
    }
}
