package org.hoshimori.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.Callable;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.hoshimori.logarchive.Archive;
import org.hoshimori.logarchive.Listening;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code logs listen}: receives syslog until it is stopped. */
@CommandLine.Command(name = "listen")
final class LogsListenCommand implements Callable<Integer> {

    private final Terminal terminal;

    @CommandLine.Mixin
    private final Common common = new Common();

    @CommandLine.Mixin
    private final LogsOptions logs = new LogsOptions();

    @CommandLine.Option(names = "--bind", paramLabel = "ADDRESS", descriptionKey = "logs.bind")
    private InetAddress bind = InetAddress.getLoopbackAddress();

    @CommandLine.Option(names = "--udp", paramLabel = "PORT", descriptionKey = "logs.udp")
    private int udp = -1;

    @CommandLine.Option(names = "--tcp", paramLabel = "PORT", descriptionKey = "logs.tcp")
    private int tcp = -1;

    @CommandLine.Option(names = "--tls", paramLabel = "PORT", descriptionKey = "logs.tls")
    private int tls = -1;

    @CommandLine.Option(names = "--relp", paramLabel = "PORT", descriptionKey = "logs.relp")
    private int relp = -1;

    @CommandLine.Option(names = "--tls-cert", paramLabel = "FILE", descriptionKey = "tls-cert")
    private @Nullable Path certificate;

    @CommandLine.Option(names = "--tls-key", paramLabel = "FILE", descriptionKey = "tls-key")
    private @Nullable Path key;

    @CommandLine.Option(names = "--rotate", paramLabel = "PT10M", descriptionKey = "logs.rotate")
    private Duration rotation = Duration.ofMinutes(10);

    @CommandLine.Option(names = "--format", paramLabel = "text|json", descriptionKey = "format")
    private LogsOptions.Format format = LogsOptions.Format.text;

    @CommandLine.Mixin
    private final LogsImportCommand.LogsReadOptions reading = new LogsImportCommand.LogsReadOptions();

    LogsListenCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (udp < 0 && tcp < 0 && tls < 0 && relp < 0) {
            throw new Refused("logs.no-port");
        }
        Listening.Options options = new Listening.Options(
                bind,
                udp,
                tcp,
                tls,
                tls < 0 && certificate == null ? null : context(),
                relp,
                rotation,
                reading.options("syslog"));
        Listening listening = Listening.start(Archive.create(logs.folder()), options, outcome -> {
            if (common.quiet()) {
                return;
            }
            if (format == LogsOptions.Format.json) {
                terminal.out().println(LogsOptions.line(outcome));
            } else {
                LogsImportCommand.tell(terminal, outcome);
            }
        });
        Thread stop = new Thread(() -> close(listening));
        Runtime.getRuntime().addShutdownHook(stop);
        terminal.say("logs.listening", bind.getHostAddress(), listening.ports().toString());
        listening.await();
        return Exit.FINE;
    }

    private void close(Listening listening) {
        try {
            listening.close();
        } catch (IOException e) {
            terminal.complain("io", Errors.oneLine(String.valueOf(e.getMessage())));
        }
    }

    private SSLContext context() throws IOException {
        if (certificate == null || key == null) {
            throw new Refused("logs.no-certificate");
        }
        try {
            char[] none = {};
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, none);
            store.setKeyEntry("syslog", TlsFiles.privateKey(key), none, TlsFiles.chain(certificate));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, none);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new Refused("logs.bad-certificate", Errors.oneLine(String.valueOf(e.getMessage())));
        }
    }
}
