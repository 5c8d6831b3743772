package org.hoshimori.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/**
 * The files of {@code tls self} in one folder, all PEM: keys that only their owner reads, certificates for everybody.
 *
 * @param folder made for its owner alone
 */
record TlsFiles(Path folder) {

    private static final int LINE = 64;

    Path authority() {
        return folder.resolve("ca.pem");
    }

    Path authorityKey() {
        return folder.resolve("ca.key.pem");
    }

    Path server() {
        return folder.resolve("server.pem");
    }

    Path serverKey() {
        return folder.resolve("server.key.pem");
    }

    List<Path> all() {
        return List.of(authority(), authorityKey(), server(), serverKey());
    }

    void write(InHouseAuthority authority) throws IOException, GeneralSecurityException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        replace(authorityKey(), pem("PRIVATE KEY", authority.key().getEncoded()), "rw-------");
        replace(authority(), pem("CERTIFICATE", authority.certificate().getEncoded()), "rw-r--r--");
    }

    /** The server's certificate with the authority's behind it; a running server reads both files again. */
    void write(InHouseAuthority authority, InHouseAuthority.Certified server)
            throws IOException, GeneralSecurityException {
        String chain = pem("CERTIFICATE", server.certificate().getEncoded())
                + pem("CERTIFICATE", authority.certificate().getEncoded());
        replace(serverKey(), pem("PRIVATE KEY", server.key().getEncoded()), "rw-------");
        replace(server(), chain, "rw-r--r--");
    }

    /** The certificate of a terminal, to be registered. */
    Path terminal(String name) {
        return folder.resolve("terminals").resolve(name + ".pem");
    }

    /** Certificate and key of a terminal, to be installed on it. */
    Path terminalKey(String name) {
        return folder.resolve("terminals").resolve(name + ".p12");
    }

    /** Writes both; the key under this password. */
    void write(String name, InHouseAuthority authority, InHouseAuthority.Certified terminal, char[] password)
            throws IOException, GeneralSecurityException {
        Files.createDirectories(
                terminal(name).getParent(),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(name, terminal.key(), password, new java.security.cert.Certificate[] {
            terminal.certificate(), authority.certificate()
        });
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        store.store(written, password);
        replace(terminalKey(name), written.toByteArray(), "rw-------");
        replace(terminal(name), pem("CERTIFICATE", terminal.certificate().getEncoded()), "rw-r--r--");
    }

    InHouseAuthority readAuthority() throws IOException, GeneralSecurityException {
        return new InHouseAuthority(certificate(authority()), privateKey(authorityKey()));
    }

    X509Certificate readServer() throws IOException, GeneralSecurityException {
        return certificate(server());
    }

    private static X509Certificate certificate(Path file) throws IOException, GeneralSecurityException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(file)));
    }

    /** The certificate and those of its issuers behind it, as they stand in a file. */
    static java.security.cert.Certificate[] chain(Path file) throws IOException, GeneralSecurityException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)))
                .toArray(java.security.cert.Certificate[]::new);
    }

    /** An elliptic or an RSA key, unencrypted. */
    static PrivateKey privateKey(Path file) throws IOException, GeneralSecurityException {
        String body = Files.readString(file).replaceAll("-----[^-]+-----", "");
        try {
            PKCS8EncodedKeySpec encoded =
                    new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(body));
            try {
                return KeyFactory.getInstance("EC").generatePrivate(encoded);
            } catch (InvalidKeySpecException e) {
                return KeyFactory.getInstance("RSA").generatePrivate(encoded);
            }
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static String pem(String kind, byte[] content) {
        String body = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }

    /** Whole or not at all, and never readable to more than it should be. */
    private static void replace(Path file, String text, String permissions) throws IOException {
        replace(file, text.getBytes(StandardCharsets.US_ASCII), permissions);
    }

    private static void replace(Path file, byte[] content, String permissions) throws IOException {
        Path half = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(half);
        Files.createFile(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(half, content);
        Files.setPosixFilePermissions(half, PosixFilePermissions.fromString(permissions));
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
