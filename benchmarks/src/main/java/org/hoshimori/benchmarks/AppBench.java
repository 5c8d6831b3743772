package org.hoshimori.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.Block;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** {@code bin/bench app}: a served application with 10,000 people and 1,000,000 entries, from clients in a process of their own. */
public final class AppBench {

    private static final String PASSWORD = "Tanuki7-odori+Kaze";
    private static final int PEOPLE = 10_000;
    private static final int ENTRIES = 1_000_000;
    private static final int WRITERS = 50;
    private static final int READERS = 50;
    private static final int UNPACED = 4;
    private static final int PAUSE_MILLIS = 500;
    private static final int ACCOUNTS = 20;
    private static final int LOG_INS = 8;
    private static final int SECONDS = 20;
    /** So many times as long as is measured, the server works before: it compiles what is new to it meanwhile. */
    private static final int WARMING = 3;

    private static final int TURNS = 5;
    private static final int TURN_SECONDS = 6;
    private static final int MEMORY_KIB = 19_456;
    private static final String[] FAMILIES = {"佐藤", "鈴木", "高橋", "田中", "伊藤", "渡辺", "山本", "中村", "小林", "加藤"};
    private static final Pattern KEY = Pattern.compile("<code class=\"key\">([A-Z2-7 ]+)</code>");
    private static final Pattern INVITED = Pattern.compile("/invitation\\?key=([0-9a-f]+)");

    private AppBench() {}

    /** Runs all; {@code args[0]} is this checkout, {@code args[1]} a folder to work in. */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[1]);
        System.out.println(
                "JDK " + Runtime.version() + ", " + Runtime.getRuntime().availableProcessors()
                        + " processors, load average "
                        + Files.readString(Path.of("/proc/loadavg")).strip());
        System.out.printf(Locale.ROOT, "%-44s %8.0f /s%n", "fsync of 4 KB on this disk", fsyncs(folder));
        System.out.printf(Locale.ROOT, "%-44s %8.1f /s%n", "Argon2id hashes on this machine, all cores", hashes());
        try (Served served = new Served(Path.of(args[0]), folder);
                Client administrator = administrator(served)) {
            AtomicInteger next = new AtomicInteger();
            write(served, administrator, next);
            long from = System.nanoTime();
            Seed.entries(served, ENTRIES);
            System.out.printf(Locale.ROOT, "%,d entries seeded in %.0f s%n", ENTRIES, (System.nanoTime() - from) / 1e9);
            waitForTheSealer(served, from);
            List<String> mails = accounts(served, administrator);
            memory(served, "after seeding");
            read(served, administrator);
            // Only now, so that the lists above are of so many people as the class says.
            writeOn(served, administrator, next, "warm");
            logIn(served, mails);
            // Once more, when all of the server has been at work for minutes.
            writeOn(served, administrator, next, "at the end");
            memory(served, "at the end");
            from = System.nanoTime();
            boolean clean = administrator.post("/record/verify").text().contains("異常はありません");
            System.out.printf(Locale.ROOT, "record verified: %s, in %.0f s%n", clean, (System.nanoTime() - from) / 1e9);
        }
    }

    private static double fsyncs(Path folder) throws IOException {
        Path file = folder.resolve("fsync");
        int done = 0;
        long until = System.nanoTime() + 3_000_000_000L;
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (; System.nanoTime() < until; done++) {
                out.write(ByteBuffer.allocate(4_096));
                out.force(false);
            }
        }
        Files.delete(file);
        return done / 3.0;
    }

    static double hashes() throws InterruptedException {
        return hashes(3, 8);
    }

    private static double hashes(int warming, int seconds) throws InterruptedException {
        int cores = Runtime.getRuntime().availableProcessors();
        Load.run(cores, warming, 0, (_, _) -> hash());
        return Load.run(cores, seconds, 0, (_, _) -> hash()).perSecond();
    }

    private static void hash() {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withSalt(salt)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(2)
                .withParallelism(1)
                .withBlockPool(InOrder.MEMORY.get())
                .build());
        generator.generateBytes(PASSWORD.toCharArray(), new byte[32]);
    }

    /** Memory that gives the same blocks in the same order each time: the quickest there is, so that log-ins are held against that. */
    private static final class InOrder implements BlockPool {

        private static final ThreadLocal<InOrder> MEMORY = ThreadLocal.withInitial(InOrder::new);

        private final List<Block> blocks = new ArrayList<>();
        private int next;
        private int out;

        @Override
        public Block allocate() {
            out++;
            if (next == blocks.size()) {
                blocks.add(new Block());
            }
            return blocks.get(next++);
        }

        @Override
        public void deallocate(Block block) {
            out--;
            if (out == 0) {
                next = 0;
            }
        }
    }

    static Client administrator(Served served) throws Exception {
        Client client = new Client(served.port());
        client.get(served.firstLink());
        expect(client.post(
                "/first-start",
                "key",
                served.firstLink().replaceFirst(".*=", ""),
                "company",
                "計測株式会社",
                "business",
                "SATELLITE_OPERATION",
                "family",
                "計測",
                "mail",
                "bench@example.jp",
                "password",
                PASSWORD));
        client.logIn("bench@example.jp", PASSWORD);
        Matcher key = KEY.matcher(client.get("/second-factor/enrol"));
        if (!key.find()
                || client.post("/second-factor/enrol", "code", Authenticator.code(key.group(1)))
                                .status()
                        != 200) {
            throw new IOException("not enrolled");
        }
        client.get("/people/new");
        return client;
    }

    private static void expect(Link.Answer answer) throws IOException {
        if (answer.status() != 302) {
            throw new IOException(answer.status() + " " + answer.text());
        }
    }

    private static void write(Served served, Client administrator, AtomicInteger next) throws Exception {
        List<Client> clients = clients(served, administrator, WRITERS);
        // Which also warms the server up.
        Load.until(WRITERS, PEOPLE, c -> enter(clients.get(c), next.incrementAndGet()))
                .print("people entered, " + WRITERS + " writers, cold");
        close(clients);
    }

    private static void writeOn(Served served, Client administrator, AtomicInteger next, String when) throws Exception {
        List<Client> clients = clients(served, administrator, WRITERS);
        Load.run(WRITERS, SECONDS, 0, (c, _) -> enter(clients.get(c), next.incrementAndGet()))
                .print("people entered, " + WRITERS + " writers, " + when);
        close(clients);
    }

    static void enter(Client client, int n) throws IOException {
        expect(client.post(
                "/people",
                "staffNumber",
                "B" + n,
                "family",
                FAMILIES[n % FAMILIES.length],
                "given",
                "番" + n,
                "mail",
                "b" + n + "@example.jp",
                "employment",
                "EMPLOYEE",
                "language",
                "ja",
                "joinedOn",
                "2026-04-01",
                "version",
                "0"));
    }

    private static void waitForTheSealer(Served served, long from) throws Exception {
        try (Client client = new Client(served.port())) {
            while (!client.get("/metrics").contains("hoshimori_sealer_lag_seconds 0.0")) {
                Thread.sleep(500);
            }
        }
        System.out.printf(Locale.ROOT, "all sealed after %.0f s%n", (System.nanoTime() - from) / 1e9);
    }

    /** People without permissions who have set a password. */
    static List<String> accounts(Served served, Client administrator) throws Exception {
        List<String> mails = new ArrayList<>();
        Pattern person = Pattern.compile("/people/([0-9a-f-]{36})\"");
        for (int n = 1; n <= ACCOUNTS; n++) {
            Matcher id = person.matcher(administrator.get("/people?q=b" + n + "@example.jp"));
            if (!id.find()) {
                throw new IOException("no person b" + n);
            }
            String mail = "b" + n + "@example.jp";
            Matcher link = INVITED.matcher(
                    administrator.post("/accounts/" + id.group(1) + "/invite").text());
            if (!link.find()) {
                throw new IOException("no link");
            }
            try (Client guest = new Client(served.port())) {
                guest.get("/invitation?key=" + link.group(1));
                expect(guest.post("/invitation", "key", link.group(1), "password", PASSWORD));
            }
            mails.add(mail);
        }
        return mails;
    }

    private static void read(Served served, Client administrator) throws Exception {
        List<Client> clients = clients(served, administrator, READERS);
        String[] searches =
                Stream.of(FAMILIES).map(f -> "/people?q=" + Client.encoded(f)).toArray(String[]::new);
        Load.run(UNPACED, WARMING * SECONDS, 0, (c, round) -> clients.get(c).get("/people?page=" + (1 + round % 100)));
        Load.run(UNPACED, SECONDS, 0, (c, round) -> clients.get(c).get("/people?page=" + (1 + round % 100)))
                .print("list, " + UNPACED + " connections, unpaced");
        Load.run(READERS, SECONDS, PAUSE_MILLIS, (c, round) -> clients.get(c).get("/people?page=" + (1 + round % 100)))
                .print("list, " + READERS + " connections");
        Load.run(READERS, SECONDS, PAUSE_MILLIS, (c, round) -> clients.get(c).get(searches[(c + round) % 10]))
                .print("search, " + READERS + " connections");
        Load.run(
                        READERS,
                        SECONDS,
                        PAUSE_MILLIS,
                        (c, round) -> clients.get(c)
                                .get("/people/picker?field=holder&holderWords="
                                        + Client.encoded("番" + (c * 97 + round) % 9_000)))
                .print("picker, " + READERS + " connections");
        Load.run(READERS, SECONDS, PAUSE_MILLIS, (c, round) -> clients.get(c).get("/record"))
                .print("record, " + READERS + " connections");
        close(clients);
    }

    /** Log-ins and nothing but hashes by turns, once both are warm: what the machine gives changes from one minute to the next. */
    private static void logIn(Served served, List<String> mails) throws Exception {
        Load.Work logIn = (c, round) -> {
            try (Client client = new Client(served.port())) {
                if (!client.logIn(mails.get((c + round * LOG_INS) % mails.size()), PASSWORD)) {
                    throw new IOException("not let in");
                }
            }
        };
        Load.run(LOG_INS, WARMING * SECONDS, 0, logIn);
        double[] shares = new double[TURNS];
        for (int turn = 0; turn < TURNS; turn++) {
            double hashes = hashes(1, TURN_SECONDS);
            Load load = Load.run(LOG_INS, TURN_SECONDS, 0, logIn);
            load.print("log-ins, " + LOG_INS + " at once");
            shares[turn] = 100 * load.perSecond() / ((hashes + hashes(1, TURN_SECONDS)) / 2);
        }
        Arrays.sort(shares);
        System.out.printf(
                Locale.ROOT,
                "%-44s %8.0f %%, median of %d (%.0f–%.0f)%n",
                "  of the hash rate just before and after",
                shares[TURNS / 2],
                TURNS,
                shares[0],
                shares[TURNS - 1]);
    }

    private static void memory(Served served, String when) throws IOException {
        double[] memory = served.memory();
        System.out.printf(
                Locale.ROOT, "memory %s: heap in use %.0f MB, resident at most %.0f MB%n", when, memory[0], memory[1]);
    }

    private static List<Client> clients(Served served, Client like, int number) throws IOException {
        List<Client> clients = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            clients.add(new Client(served.port(), like));
        }
        return clients;
    }

    private static void close(List<Client> clients) throws IOException {
        for (Client client : clients) {
            client.close();
        }
    }
}
