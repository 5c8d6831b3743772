package org.hoshimori.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.hoshimori.Application;
import org.hoshimori.core.exchange.BackupPlan;
import org.hoshimori.core.storage.DataFolder;
import org.hoshimori.core.storage.Database;
import org.hoshimori.core.storage.Jobs;
import org.hoshimori.core.storage.LogIn;
import org.hoshimori.core.storage.Secrets;
import org.hoshimori.demo.Demonstration;
import org.hoshimori.home.FirstStart;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import picocli.CommandLine;

/** {@code serve}: the application in the browser, until it is stopped. */
@CommandLine.Command(name = "serve", defaultValueProvider = ServeDefaults.class)
final class ServeCommand implements Callable<Integer> {

    private static final int SHORTEST_TOKEN = 16;

    private final Terminal terminal;

    @CommandLine.Mixin
    private final Common common = new Common();

    @CommandLine.Option(names = "--port", paramLabel = "N", defaultValue = "8080", descriptionKey = "port")
    private int port;

    @CommandLine.Option(names = "--data", paramLabel = "DIR", defaultValue = "data", descriptionKey = "data")
    private Path data = Path.of("data");

    @CommandLine.Option(names = "--database", paramLabel = "URL", descriptionKey = "database")
    private @Nullable String database;

    @CommandLine.Option(names = "--bind", paramLabel = "ADDRESS", defaultValue = "127.0.0.1", descriptionKey = "bind")
    private String bind = "127.0.0.1";

    @CommandLine.Option(names = "--public-url", paramLabel = "URL", descriptionKey = "public-url")
    private @Nullable String publicUrl;

    @CommandLine.Option(names = "--tls-cert", paramLabel = "FILE", descriptionKey = "tls-cert")
    private @Nullable Path certificate;

    @CommandLine.Option(names = "--tls-key", paramLabel = "FILE", descriptionKey = "tls-key")
    private @Nullable Path key;

    @CommandLine.Option(names = "--terminal-ca", paramLabel = "FILE", descriptionKey = "terminal-ca")
    private @Nullable Path terminals;

    @CommandLine.Mixin
    private final TerminalOptions ownNetworks = new TerminalOptions();

    @CommandLine.Option(names = "--behind-proxy", paramLabel = "ADDRESS", descriptionKey = "behind-proxy")
    private @Nullable String proxy;

    @CommandLine.Option(names = "--metrics-token", paramLabel = "TOKEN", descriptionKey = "metrics-token")
    private @Nullable String metricsToken;

    @CommandLine.Option(names = "--demo", descriptionKey = "demo")
    private boolean demo;

    @CommandLine.Mixin
    private final NodeOptions node = new NodeOptions();

    @CommandLine.Option(names = "--checks-folder", paramLabel = "DIR", descriptionKey = "checks-folder")
    private @Nullable Path checksFolder;

    @CommandLine.Mixin
    private final BackupOptions backups = new BackupOptions();

    @CommandLine.Mixin
    private final AttachmentOptions attachments = new AttachmentOptions();

    @CommandLine.Mixin
    private final NoticeOptions notices = new NoticeOptions();

    @CommandLine.Mixin
    private final SignOnOptions signOn = new SignOnOptions();

    @CommandLine.Mixin
    private final DirectoryOptions directory = new DirectoryOptions();

    @CommandLine.Mixin
    private final LogArchiveOptions logs = new LogArchiveOptions();

    @CommandLine.Option(names = "--until-ready", hidden = true)
    private boolean untilReady;

    ServeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        Doors doors = Doors.of(bind, port, certificate, key, proxy, publicUrl, terminals);
        if (metricsToken != null && metricsToken.length() < SHORTEST_TOKEN) {
            throw new Refused("serve-metrics-token");
        }
        BackupPlan plan = backups.plan();
        Map<String, Object> ofOthers = new HashMap<>(attachments.settings());
        ofOthers.putAll(ownNetworks.settings());
        ofOthers.putAll(notices.settings());
        ofOthers.putAll(signOn.settings());
        ofOthers.putAll(directory.settings());
        ofOthers.putAll(logs.settings());
        ofOthers.put("hoshimori.public-url", doors.address(port));
        DataFolder folder = folder(doors);
        node.join(folder, database != null);
        Secrets secrets = new Secrets(folder);
        try (Store store = Store.open(folder, database)) {
            LogIn app = Database.open(store.owner(), secrets).app();
            Map<String, Object> settings = new HashMap<>(doors.settings());
            settings.putAll(Store.settings(folder, app));
            settings.put("hoshimori.demo", demo);
            if (metricsToken != null) {
                settings.put("hoshimori.metrics-token", metricsToken);
            }
            if (checksFolder != null) {
                settings.put(
                        "hoshimori.checks.folder", checksFolder.toAbsolutePath().toString());
            }
            settings.putAll(backups.settings(plan));
            settings.putAll(ofOthers);
            CountDownLatch stopped = new CountDownLatch(1);
            var context = Application.start(settings);
            Thread stop = new Thread(
                    () -> {
                        context.close();
                        store.stop();
                        stopped.countDown();
                    },
                    "stop");
            Runtime.getRuntime().addShutdownHook(stop);
            int served = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                    .getPort();
            if (demo) {
                tellLogIns(context.getBean(Demonstration.class).logIns());
                context.getBean(Jobs.class).begin();
            }
            if (!common.quiet()) {
                context.getBean(FirstStart.class)
                        .key()
                        .ifPresent(
                                key -> terminal.say("first-start", doors.address(served) + "first-start?key=" + key));
                terminal.say("ready", doors.address(served));
            }
            if (untilReady) {
                // One page, so that the class cache knows what a page needs.
                doors.local(served).openStream().close();
                context.close();
                return Exit.FINE;
            }
            stopped.await();
        }
        return Exit.FINE;
    }

    private DataFolder folder(Doors doors) {
        if (demo) {
            if (database != null
                    || proxy != null
                    || publicUrl != null
                    || !doors.bind().isLoopbackAddress()) {
                throw new Refused("serve-demo-outside");
            }
            return DataFolder.openDemo(data);
        }
        DataFolder folder = DataFolder.open(data);
        if (folder.isDemo()) {
            throw new Refused("serve-demo-folder", folder.root().toString());
        }
        return folder;
    }

    private void tellLogIns(List<Demonstration.LogIn> logIns) {
        terminal.say("demo");
        for (Demonstration.LogIn logIn : logIns) {
            terminal.say(
                    "demo-log-in",
                    logIn.mail(),
                    logIn.password(),
                    Says.of("demo-role." + logIn.role(), terminal.lang()));
        }
    }
}
