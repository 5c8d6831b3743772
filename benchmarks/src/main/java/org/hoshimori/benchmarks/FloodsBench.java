package org.hoshimori.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** {@code bin/bench floods}: how long people at work wait while somebody floods the server, and what it costs in memory. */
public final class FloodsBench {

    private static final int READERS = 20;
    private static final int PAUSE_MILLIS = 500;
    private static final int SECONDS = 20;
    private static final int SLOW = 1_000;
    private static final int ACCOUNTS = 1_000;
    private static final int ATTEMPTS = 10_000;
    private static final int GUESSERS = 200;
    private static final double MOST_MILLIS = 500;
    private static final double MOST_RESIDENT = 900;
    private static final int SENDERS = 8;
    private static final int FORM_BYTES = 100_000_000;
    private static final int PARAMETERS = 1_000_000;
    private static final String LOG_IN = "POST /log-in HTTP/1.1\r\nHost: localhost\r\n";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ";

    private final Served served;
    private final Client administrator;
    private final AtomicBoolean goesOn = new AtomicBoolean();
    private final AtomicInteger done = new AtomicInteger();
    private final Map<Integer, Client> guessers = new ConcurrentHashMap<>();
    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger turnedAway = new AtomicInteger();
    private final AtomicLong longest = new AtomicLong();
    private boolean held = true;

    private FloodsBench(Served served, Client administrator) {
        this.served = served;
        this.administrator = administrator;
    }

    /** What one of the flooders does again and again. */
    private interface Flood {
        void once(int n) throws Exception;
    }

    /** Runs all; {@code args[0]} is this checkout, {@code args[1]} a folder to work in. */
    public static void main(String[] args) throws Exception {
        System.out.println(
                "load average " + Files.readString(Path.of("/proc/loadavg")).strip());
        boolean held;
        try (Served served = new Served(Path.of(args[0]), Path.of(args[1]));
                Client administrator = AppBench.administrator(served)) {
            FloodsBench floods = new FloodsBench(served, administrator);
            floods.enter();
            floods.run("nobody else", 0, n -> {});
            floods.run("nobody else, again", 0, n -> {});
            floods.run(SLOW + " connections that send slowly", SLOW, floods::slowly);
            floods.run(ATTEMPTS + " log-ins over " + ACCOUNTS + " accounts", GUESSERS, floods::guess);
            floods.run(
                    "forms of 100 MB", SENDERS, n -> floods.send(LOG_IN + FORM + FORM_BYTES + "\r\n\r\n", FORM_BYTES));
            floods.run(
                    "files of 100 MB from strangers",
                    SENDERS,
                    n -> floods.send(
                            LOG_IN + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: " + FORM_BYTES
                                    + "\r\n\r\n--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n",
                            FORM_BYTES));
            floods.run("1,000,000 query parameters", SENDERS, floods::query);
            floods.run(
                    "1,000,000 parameters in a form",
                    SENDERS,
                    n -> floods.send(LOG_IN + FORM + 2 * PARAMETERS + "\r\n\r\n", 2 * PARAMETERS));
            floods.run("nobody else, at the end", 0, n -> {});
            System.out.println(floods.held ? "all held" : "missed");
            held = floods.held;
        }
        System.exit(held ? 0 : 1);
    }

    private void enter() throws Exception {
        Load.until(1, ACCOUNTS, c -> {
            int n = done.incrementAndGet();
            administrator.post(
                    "/people",
                    "staffNumber",
                    "B" + n,
                    "family",
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
                    "0");
        });
    }

    private void run(String name, int flooders, Flood flood) throws Exception {
        goesOn.set(true);
        done.set(0);
        served.forgetMost();
        double before = served.resident("VmRSS");
        AtomicInteger failed = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int f = 0; f < flooders; f++) {
            int flooder = f;
            threads.add(Thread.startVirtualThread(() -> {
                for (int n = flooder; goesOn.get(); n += flooders) {
                    try {
                        flood.once(n);
                        done.incrementAndGet();
                    } catch (Exception e) {
                        failed.incrementAndGet();
                    }
                }
            }));
        }
        List<Client> readers = new ArrayList<>();
        for (int r = 0; r < READERS; r++) {
            readers.add(new Client(served.port(), administrator));
        }
        Load load = Load.run(
                READERS, SECONDS, PAUSE_MILLIS, (c, _) -> readers.get(c).get("/people?q=" + c));
        goesOn.set(false);
        load.print(name);
        for (Thread thread : threads) {
            thread.join(1_000);
        }
        for (Client reader : readers) {
            reader.close();
        }
        double[] memory = served.memory();
        System.out.printf(
                Locale.ROOT,
                "%-44s flood: %d through, %d cut off; heap %.0f MB; resident %.0f MB before, at most %.0f, after %.0f"
                        + " (of files %.0f)%n",
                "",
                done.get(),
                failed.get(),
                memory[0],
                before,
                memory[1],
                served.resident("VmRSS"),
                served.resident("RssFile"));
        if (load.at(0.95) > MOST_MILLIS || memory[1] > MOST_RESIDENT) {
            held = false;
            System.out.printf(
                    Locale.ROOT, "%-44s missed: more than %.0f ms or %.0f MB%n", "", MOST_MILLIS, MOST_RESIDENT);
        }
        if (answered.get() > 0) {
            System.out.printf(
                    "%-44s log-ins: %d answered, %d turned away (429), the longest after %d ms%n",
                    "", answered.getAndSet(0), turnedAway.getAndSet(0), longest.getAndSet(0));
        }
    }

    /** A head or a body, a byte a second. */
    private void slowly(int n) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.port())) {
            OutputStream out = socket.getOutputStream();
            out.write((LOG_IN + (n % 2 == 0 ? "" : FORM + "1000\r\n\r\n")).getBytes(StandardCharsets.US_ASCII));
            while (goesOn.get()) {
                out.write('x');
                out.flush();
                Thread.sleep(1_000);
            }
        }
    }

    private void guess(int n) throws Exception {
        int attempt = attempts.incrementAndGet();
        if (attempt > ATTEMPTS) {
            Thread.sleep(100);
            return;
        }
        Client stranger = guessers.get(n % GUESSERS);
        if (stranger == null) {
            stranger = new Client(served.port());
            stranger.get("/log-in");
            guessers.put(n % GUESSERS, stranger);
        }
        long from = System.nanoTime();
        Link.Answer answer = stranger.post(
                "/log-in", "mail", "b" + (1 + attempt % ACCOUNTS) + "@example.jp", "password", "Guess-" + attempt);
        longest.accumulateAndGet((System.nanoTime() - from) / 1_000_000, Math::max);
        (answer.status() == 429 ? turnedAway : answered).incrementAndGet();
    }

    /** As much as the server takes before it hangs up. */
    private void send(String head, int bytes) throws IOException {
        byte[] part = "a&".repeat(32_768).getBytes(StandardCharsets.US_ASCII);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            for (int sent = 0; sent < bytes && goesOn.get(); sent += part.length) {
                out.write(part, 0, Math.min(part.length, bytes - sent));
            }
            out.flush();
            answer(socket);
        }
    }

    private void query(int n) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(("GET /log-in?" + "a=1&".repeat(PARAMETERS) + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            answer(socket);
        }
    }

    private static void answer(Socket socket) throws IOException {
        socket.setSoTimeout(30_000);
        if (socket.getInputStream().read() < 0) {
            throw new IOException("hung up");
        }
    }
}
