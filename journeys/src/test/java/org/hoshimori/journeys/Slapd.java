package org.hoshimori.journeys;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** A real OpenLDAP with the people of Planet Express, which speaks TLS only, under an authority of our own. */
final class Slapd implements AutoCloseable {

    static final String BASE = "dc=planetexpress,dc=com";
    static final String USER = "cn=reader," + BASE;
    static final String PASSWORD = "yomu-dake-9";

    private static final List<String> PEOPLE =
            List.of("00_people", "10_people_amy", "10_people_fry", "10_people_hermes", "10_people_leela");
    private static final int PATIENCE_SECONDS = 30;

    /** Of Active Directory, where the second bit says that an account is disabled. */
    private static final String ACTIVE_DIRECTORY = """
            attributetype ( 1.2.840.113556.1.4.8 NAME 'userAccountControl' SYNTAX 1.3.6.1.4.1.1466.115.121.1.27 SINGLE-VALUE )
            objectclass ( 1.2.840.113556.1.5.9999 NAME 'activeDirectoryUser' SUP top AUXILIARY MAY userAccountControl )
            """;

    private final Path program;
    private final Path folder;
    private final String scheme;
    private final int port;
    private Process process;

    /** Starts it in that folder; certificate and key are the server's. */
    Slapd(Path program, Path folder, int port, Path certificate, Path key) throws IOException, InterruptedException {
        this(program, folder, "ldaps", port, certificate, key);
    }

    /** The same; by {@code ldap} it asks for StartTLS first. */
    Slapd(Path program, Path folder, String scheme, int port, Path certificate, Path key)
            throws IOException, InterruptedException {
        this.scheme = scheme;
        this.program = program;
        this.folder = folder;
        this.port = port;
        Files.writeString(folder.resolve("slapd.conf"), """
                include /etc/ldap/schema/core.schema
                include /etc/ldap/schema/cosine.schema
                include /etc/ldap/schema/inetorgperson.schema
                %s
                security ssf=128
                modulepath /usr/lib/ldap
                moduleload back_mdb
                TLSCertificateFile %s
                TLSCertificateKeyFile %s
                disallow bind_anon
                require authc
                database mdb
                suffix "%s"
                rootdn "%s"
                rootpw %s
                directory %s
                """.formatted(
                        ACTIVE_DIRECTORY, certificate, key, BASE, USER, PASSWORD, folder.resolve("db")));
        holds(people -> people);
    }

    String url() {
        return scheme + "://localhost:" + port;
    }

    /** Begins anew with the people as this changes them. */
    void holds(UnaryOperator<String> change) throws IOException, InterruptedException {
        stops();
        Path data = folder.resolve("db");
        if (Files.exists(data)) {
            for (String file : List.of("data.mdb", "lock.mdb")) {
                Files.deleteIfExists(data.resolve(file));
            }
        } else {
            Files.createDirectory(data);
        }
        StringBuilder all = new StringBuilder("""
                dn: %s
                objectClass: dcObject
                objectClass: organization
                o: Planet Express
                dc: planetexpress

                """.formatted(BASE));
        for (String people : PEOPLE) {
            try (InputStream in = Slapd.class.getResourceAsStream("/planetexpress/" + people + ".ldif")) {
                all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .append('\n');
            }
        }
        Path ldif = folder.resolve("all.ldif");
        Files.writeString(ldif, change.apply(all.toString()));
        Process filling = run("-T", "add", "-l", ldif.toString());
        if (filling.waitFor() != 0) {
            throw new IllegalStateException("slapadd: " + Files.readString(folder.resolve("slapd.log")));
        }
        process = run("-d", "0", "-h", url());
        waitUntilThere();
    }

    private Process run(String... options) throws IOException {
        List<String> command = new java.util.ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(options));
        command.addAll(List.of("-f", folder.resolve("slapd.conf").toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("slapd.log").toFile())
                .start();
    }

    private void waitUntilThere() throws IOException, InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < until && process.isAlive()) {
            try {
                new Socket("localhost", port).close();
                return;
            } catch (IOException notYet) {
                Thread.sleep(100);
            }
        }
        throw new IllegalStateException("slapd does not start: " + Files.readString(folder.resolve("slapd.log")));
    }

    @Override
    public void close() {
        stops();
    }

    /** Ends it, as it ends when its machine goes. */
    void stops() {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
