package org.hoshimori.core.signon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The provider as {@code serve} was told of it; an empty issuer means that there is none. */
@Component
class SignOnSettings {

    private final String issuer;
    private final String client;
    private final String secret;
    private final String groups;
    private final boolean trusted;
    private final String home;

    SignOnSettings(
            @Value("${hoshimori.sign-on.issuer:}") String issuer,
            @Value("${hoshimori.sign-on.client:}") String client,
            @Value("${hoshimori.sign-on.secret-file:}") String secretFile,
            @Value("${hoshimori.sign-on.groups-claim:groups}") String groups,
            @Value("${hoshimori.sign-on.second-factor:claimed}") String secondFactor,
            @Value("${hoshimori.public-url:http://localhost:8080/}") String publicUrl) {
        this.issuer = issuer;
        this.client = client;
        this.secret = secretFile.isEmpty() ? "" : read(Path.of(secretFile));
        this.groups = groups;
        this.trusted = secondFactor.equals("provider");
        this.home = publicUrl.endsWith("/") ? publicUrl : publicUrl + "/";
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean on() {
        return !issuer.isEmpty();
    }

    String issuer() {
        return issuer;
    }

    String client() {
        return client;
    }

    String secret() {
        return secret;
    }

    /** The claim that lists somebody's groups. */
    String groupsClaim() {
        return groups;
    }

    /** Whether the operator says that the provider itself always asks for two factors. */
    boolean secondFactorTrusted() {
        return trusted;
    }

    /** Our address as browsers see it, with a slash at the end. */
    String home() {
        return home;
    }
}
