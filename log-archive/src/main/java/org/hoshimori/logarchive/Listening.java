package org.hoshimori.logarchive;

import java.io.EOFException;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Receives syslog over UDP, TCP, TLS and RELP, keeps it in a spool that reaches the disk every second, and imports the spool as it rotates.
 * After a crash at most the last second is missing, and of what came by RELP nothing; the manifest then says so.
 */
public final class Listening implements AutoCloseable {

    private static final int CONNECTIONS = 1000;
    private static final int IDLE_MILLIS = 15 * 60 * 1000;
    private static final long LARGE = 128L << 20;

    private final Archive archive;
    private final Options options;
    private final Path folder;
    private final Spool spool;
    private final Consumer<Importing.Outcome> told;
    private final List<AutoCloseable> sockets = new ArrayList<>();
    private final List<Integer> ports = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Semaphore connections = new Semaphore(CONNECTIONS);
    private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();
    private volatile boolean closing;

    /**
     * Where and how.
     *
     * @param udp a port, 0 for any free one, -1 for none; likewise the others
     * @param tls what serves TLS, if {@code tlsPort} is none of -1; RELP too if it is given
     * @param rotation how long messages wait for their import at most
     */
    public record Options(
            InetAddress address,
            int udp,
            int tcp,
            int tlsPort,
            @Nullable SSLContext tls,
            int relp,
            Duration rotation,
            Importing.Options importing) {}

    private Listening(Archive archive, Options options, Consumer<Importing.Outcome> told) throws IOException {
        this.archive = archive;
        this.options = options;
        this.told = told;
        this.folder = archive.folder().resolve("spool");
        recover();
        this.spool = new Spool(folder);
    }

    /** Begins to listen; returns at once. */
    public static Listening start(Archive archive, Options options, Consumer<Importing.Outcome> told)
            throws IOException {
        Listening listening = new Listening(archive, options, told);
        try {
            listening.open();
        } catch (IOException e) {
            listening.close();
            throw e;
        }
        return listening;
    }

    private void open() throws IOException {
        if (options.udp() >= 0) {
            DatagramSocket socket = new DatagramSocket(new InetSocketAddress(options.address(), options.udp()));
            socket.setReceiveBufferSize(8 << 20);
            sockets.add(socket);
            ports.add(socket.getLocalPort());
            run("syslog-udp", () -> receive(socket));
        }
        if (options.tcp() >= 0) {
            serve("syslog-tcp", new ServerSocket(options.tcp(), 100, options.address()), this::plain);
        }
        if (options.tlsPort() >= 0 && options.tls() != null) {
            serve(
                    "syslog-tls",
                    options.tls()
                            .getServerSocketFactory()
                            .createServerSocket(options.tlsPort(), 100, options.address()),
                    this::plain);
        }
        if (options.relp() >= 0) {
            serve(
                    "syslog-relp",
                    options.tls() == null
                            ? new ServerSocket(options.relp(), 100, options.address())
                            : options.tls()
                                    .getServerSocketFactory()
                                    .createServerSocket(options.relp(), 100, options.address()),
                    this::reliable);
        }
        run("syslog-sync", this::syncEverySecond);
        run("syslog-import", this::importAsItRotates);
    }

    /** Serves a connection. */
    private interface Serving {
        void serve(Socket socket) throws IOException;
    }

    private void serve(String name, ServerSocket socket, Serving serving) {
        sockets.add(socket);
        ports.add(socket.getLocalPort());
        run(name, () -> accept(socket, serving));
    }

    private void plain(Socket socket) throws IOException {
        new Frames(socket.getInputStream()).each(spool::add);
    }

    private void reliable(Socket socket) throws IOException {
        new Relp(socket.getInputStream(), socket.getOutputStream(), spool::add, spool::sync).serve();
    }

    /** The ports listened to, in the order UDP, TCP, TLS, RELP. */
    public List<Integer> ports() {
        return List.copyOf(ports);
    }

    /** Messages received since the start. */
    public long received() {
        return spool.written();
    }

    /** Waits until it is closed; a disk that takes no more ends it as well. */
    public void await() throws IOException, InterruptedException {
        while (!closing) {
            Thread.sleep(200);
            IOException broken = failure.get();
            if (broken != null) {
                throw broken;
            }
        }
    }

    /** Something that may fail as sockets and disks do. */
    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private void run(String name, Work work) {
        threads.add(Thread.ofPlatform().name(name).daemon().start(() -> {
            try {
                work.run();
            } catch (SocketException e) {
                fail(closing ? null : e);
            } catch (IOException e) {
                fail(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    private void fail(@Nullable IOException e) {
        if (e != null) {
            failure.compareAndSet(null, e);
        }
    }

    private void receive(DatagramSocket socket) throws IOException {
        byte[] buffer = new byte[1 << 16];
        while (!closing) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            socket.receive(packet);
            spool.add(buffer, 0, packet.getLength());
        }
    }

    private void accept(ServerSocket server, Serving serving) throws IOException, InterruptedException {
        while (!closing) {
            connections.acquire(); // whoever comes in a flood waits
            Socket socket = server.accept();
            Thread.ofVirtual().name("syslog-connection").start(() -> {
                try (socket) {
                    socket.setSoTimeout(IDLE_MILLIS);
                    serving.serve(socket);
                } catch (EOFException | java.net.ProtocolException e) {
                    return; // it broke off within a message, whose beginning is kept
                } catch (java.net.SocketTimeoutException | SocketException | javax.net.ssl.SSLException e) {
                    return; // the other side's doing
                } catch (IOException e) {
                    fail(e);
                } finally {
                    connections.release();
                }
            });
        }
    }

    private void syncEverySecond() throws IOException, InterruptedException {
        while (!closing) {
            Thread.sleep(1000);
            spool.sync();
        }
    }

    private void importAsItRotates() throws IOException, InterruptedException {
        Instant rotated = Instant.now();
        while (!closing) {
            Thread.sleep(100);
            boolean due = !Instant.now().isBefore(rotated.plus(options.rotation()));
            if (due || spool.bytes() > LARGE) {
                spool.rotate();
                rotated = Instant.now();
                importReady();
            }
        }
    }

    private void importReady() throws IOException {
        for (Path ready : Spool.ready(folder)) {
            Importing.run(archive, options.importing(), List.of(ready), told);
            Files.delete(ready);
        }
    }

    /** Imports what a crash left behind, and says in the manifest from when until when something may be missing. */
    private void recover() throws IOException {
        List<Path> left = Spool.left(folder);
        for (Path file : left) {
            Instant last = Files.getLastModifiedTime(file).toInstant();
            try (Archive.Writing writing = archive.write()) {
                writing.manifest()
                        .append(new Entry.Lost(
                                writing.manifest().nextNumber(),
                                writing.manifest().head(),
                                Instant.now(),
                                options.importing().source().isEmpty()
                                        ? options.importing().format()
                                        : options.importing().source(),
                                last,
                                Instant.now(),
                                "stopped"));
            }
            Spool.adopt(file);
        }
        importReady();
    }

    /** Stops to listen and imports what was received. */
    @Override
    public void close() throws IOException {
        if (closing) {
            return;
        }
        closing = true;
        for (AutoCloseable socket : sockets) {
            try {
                socket.close();
            } catch (Exception e) {
                fail(e instanceof IOException io ? io : new IOException(e));
            }
        }
        try {
            for (Thread thread : threads) {
                if (thread.getName().equals("syslog-import")) {
                    thread.join();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        spool.close();
        importReady();
    }
}
