package org.hoshimori.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code bin/bench keycloak}: log-ins as a browser makes them – the page, the form, until it leads on – at Keycloak and here, by
 * turns on one machine, with the same clients and the same Argon2id.
 */
public final class KeycloakBench {

    private static final int CLIENTS = 4;
    private static final int SECONDS = 20;
    private static final int WARM = 15;
    private static final int ROUNDS = 3;
    private static final int ACCOUNTS = 20;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final Pattern ACTION = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");

    private KeycloakBench() {}

    /** {@code args}: this checkout, a folder to work in, the folder of Keycloak. */
    public static void main(String[] args) throws Exception {
        System.out.println(
                "load average " + Files.readString(Path.of("/proc/loadavg")).strip());
        double hashes = AppBench.hashes();
        System.out.printf(Locale.ROOT, "%-44s %8.1f /s%n", "Argon2id hashes on this machine, all cores", hashes);
        try (KeycloakServer keycloak = new KeycloakServer(Path.of(args[2]), MEMORY_KIB, PASSES, ACCOUNTS);
                Served served = new Served(Path.of(args[0]), Path.of(args[1]));
                Client administrator = AppBench.administrator(served)) {
            System.out.println("Keycloak hashes so: " + keycloak.hashing());
            for (int n = 1; n <= ACCOUNTS; n++) {
                AppBench.enter(administrator, n);
            }
            List<String> mails = AppBench.accounts(served, administrator);
            here(served, mails, WARM);
            there(keycloak, WARM);
            List<Double> ratios = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                Load theirs = there(keycloak, SECONDS);
                Load ours = here(served, mails, SECONDS);
                theirs.print("Keycloak, " + CLIENTS + " clients");
                ours.print("here, " + CLIENTS + " clients");
                ratios.add(ours.perSecond() / theirs.perSecond());
                System.out.printf(
                        Locale.ROOT,
                        "%-44s %8.2f ×  (%.0f %% of the hash rate here, %.0f %% there)%n",
                        "  here / Keycloak",
                        ratios.getLast(),
                        100 * ours.perSecond() / hashes,
                        100 * theirs.perSecond() / hashes);
            }
            System.out.printf(
                    Locale.ROOT,
                    "%-44s %8.2f ×%n",
                    "median ratio",
                    ratios.stream().sorted().toList().get(ROUNDS / 2));
        }
    }

    private static Load here(Served served, List<String> mails, int seconds) throws InterruptedException {
        return Load.run(CLIENTS, seconds, 0, (c, round) -> {
            try (Client client = new Client(served.port())) {
                if (!client.logIn(mails.get((c + round * CLIENTS) % mails.size()), KeycloakServer.PASSWORD)) {
                    throw new IOException("not let in");
                }
            }
        });
    }

    private static Load there(KeycloakServer keycloak, int seconds) throws InterruptedException {
        return Load.run(CLIENTS, seconds, 0, (c, round) -> {
            try (Link link = new Link(keycloak.port())) {
                String user = "b" + (1 + (c + round * CLIENTS) % ACCOUNTS);
                Link.Answer page = link.get(
                        "/realms/bench/protocol/openid-connect/auth?client_id=bench&response_type=code&scope=openid"
                                + "&redirect_uri=http%3A%2F%2F127.0.0.1%3A9%2Fback&state=s" + round,
                        "");
                Matcher action = ACTION.matcher(page.text());
                if (!action.find()) {
                    throw new IOException(page.status() + " no form: " + page.text());
                }
                URI to = URI.create(action.group(1).replace("&amp;", "&"));
                Link.Answer in = link.post(
                        to.getRawPath() + "?" + to.getRawQuery(),
                        page.cookie(),
                        "username=" + user + "&password=" + Client.encoded(KeycloakServer.PASSWORD) + "&credentialId=");
                if (in.status() != 302 || !in.location().contains("code=")) {
                    throw new IOException("not let in: " + in.status() + " " + in.location());
                }
            }
        });
    }
}
