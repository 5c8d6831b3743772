package org.hoshimori.core.signon;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** A provider of single sign-on that says whatever a test has it say. */
final class FakeProvider implements AutoCloseable {

    static final String CLIENT = "hoshimori";
    static final String SECRET = "a-secret-of-the-client-0123456789";
    static final String ACCESS = "access-token-of-the-provider-4711";
    private static final int BITS = 2048;

    private final HttpServer server;
    private final RSAKey key;
    private volatile String token = "";
    private volatile String asked = "";

    FakeProvider() throws IOException, JOSEException {
        this.key = key();
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answers("/.well-known/openid-configuration", """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/auth","token_endpoint":"%1$s/token","jwks_uri":"%1$s/keys",
                 "subject_types_supported":["public"],"response_types_supported":["code"],
                 "id_token_signing_alg_values_supported":["RS256"]}""".formatted(issuer()));
        answers("/keys", new JWKSet(key.toPublicJWK()).toString());
        server.createContext("/token", exchange -> {
            asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            send(
                    exchange,
                    "{\"access_token\":\"" + ACCESS + "\",\"token_type\":\"Bearer\",\"expires_in\":60,\"id_token\":\""
                            + token + "\"}");
        });
        server.start();
    }

    static RSAKey key() throws JOSEException {
        return new RSAKeyGenerator(BITS).keyID(UUID.randomUUID().toString()).generate();
    }

    private void answers(String path, String json) {
        server.createContext(path, exchange -> send(exchange, json));
    }

    private static void send(com.sun.net.httpserver.HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What the next asking for a token is answered with. */
    void says(String next) {
        token = next;
    }

    /** What was sent with the last asking. */
    String asked() {
        return asked;
    }

    /** What it would say of somebody with this mail address. */
    JWTClaimsSet.Builder claims(String mail, String nonce) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT)
                .subject(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))))
                .claim("nonce", nonce)
                .claim("email", mail)
                .claim("email_verified", true);
    }

    String signed(JWTClaimsSet.Builder claims) throws JOSEException {
        return signed(claims, key);
    }

    static String signed(JWTClaimsSet.Builder claims, RSAKey by) throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(by.getKeyID()).build(), claims.build());
        jwt.sign(new RSASSASigner(by));
        return jwt.serialize();
    }

    /** By somebody who says in the token itself where the key for it is to be had. */
    static String vouchingForItself(JWTClaimsSet.Builder claims, RSAKey by, String keys) throws Exception {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(by.getKeyID())
                        .jwkURL(URI.create(keys))
                        .jwk(by.toPublicJWK())
                        .build(),
                claims.build());
        jwt.sign(new RSASSASigner(by));
        return jwt.serialize();
    }

    /** By the secret that client and provider share. */
    static String sealed(JWTClaimsSet.Builder claims) throws JOSEException {
        SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims.build());
        jwt.sign(new MACSigner(SECRET.getBytes(StandardCharsets.UTF_8)));
        return jwt.serialize();
    }

    static String unsigned(JWTClaimsSet.Builder claims) {
        return new PlainJWT(claims.build()).serialize();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
