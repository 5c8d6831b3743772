package org.hoshimori.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.hoshimori.core.storage.DataFolder;
import picocli.CommandLine;

/** {@code hoshimori tls …}: certificates for a server that has none. */
@CommandLine.Command(
        name = "tls",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {TlsCommand.Self.class, TlsCommand.OfTerminal.class})
final class TlsCommand extends CommandGroup {

    /** {@code tls self}: an authority of the company's own, and a certificate by it. */
    @CommandLine.Command(name = "self", defaultValueProvider = ServeDefaults.class)
    static final class Self implements Callable<Integer> {

        private final Terminal terminal;

        @CommandLine.Mixin
        private final Common common = new Common();

        @CommandLine.Option(names = "--data", paramLabel = "DIR", defaultValue = "data", descriptionKey = "data")
        private Path data = Path.of("data");

        @CommandLine.Option(names = "--host", paramLabel = "NAME", arity = "1..*", descriptionKey = "tls.host")
        private List<String> hosts = List.of();

        @CommandLine.Option(names = "--renew", descriptionKey = "tls.renew")
        private boolean renew;

        Self(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws IOException {
            TlsFiles files = new TlsFiles(DataFolder.open(data).root().resolve("tls"));
            try {
                if (renew) {
                    renew(files);
                } else {
                    found(files);
                }
            } catch (GeneralSecurityException e) {
                throw new Refused(
                        "tls-unreadable", files.folder().toString(), Errors.oneLine(String.valueOf(e.getMessage())));
            }
            return Exit.FINE;
        }

        private void found(TlsFiles files) throws IOException, GeneralSecurityException {
            for (Path file : files.all()) {
                if (Files.exists(file)) {
                    throw new Refused("tls-exists", file.toString());
                }
            }
            List<String> names = HostNames.of(hosts);
            Instant now = Instant.now();
            InHouseAuthority authority = InHouseAuthority.found(names.getFirst(), now);
            InHouseAuthority.Certified server = authority.certify(names, now);
            files.write(authority);
            files.write(authority, server);
            if (!common.quiet()) {
                terminal.say("tls-made", files.folder().toString(), String.join(", ", names), until(server));
                terminal.say("tls-trust", files.authority().toString(), fingerprint(authority));
                terminal.say(
                        "tls-serve",
                        files.server().toString(),
                        files.serverKey().toString(),
                        names.getFirst());
            }
        }

        private void renew(TlsFiles files) throws IOException, GeneralSecurityException {
            InHouseAuthority authority = files.readAuthority();
            List<String> names = hosts.isEmpty() ? HostNames.in(files.readServer()) : HostNames.of(hosts);
            InHouseAuthority.Certified server = authority.certify(names, Instant.now());
            files.write(authority, server);
            if (!common.quiet()) {
                terminal.say("tls-renewed", files.server().toString(), String.join(", ", names), until(server));
            }
        }

        static String until(InHouseAuthority.Certified server) {
            return LocalDate.ofInstant(server.certificate().getNotAfter().toInstant(), ZoneId.systemDefault())
                    .toString();
        }

        private static String fingerprint(InHouseAuthority authority) throws GeneralSecurityException {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(authority.certificate().getEncoded());
            return HexFormat.ofDelimiter(":").formatHex(digest).toUpperCase(Locale.ROOT);
        }
    }

    /** {@code tls terminal}: a certificate by which a device of the company is known ({@code acc-7}). */
    @CommandLine.Command(name = "terminal", defaultValueProvider = ServeDefaults.class)
    static final class OfTerminal implements Callable<Integer> {

        private static final Pattern NAME = Pattern.compile("[\\p{Alnum}][\\p{Alnum}._-]{0,59}");
        private static final int PASSWORD_BYTES = 15;

        private final Terminal terminal;

        @CommandLine.Mixin
        private final Common common = new Common();

        @CommandLine.Option(names = "--data", paramLabel = "DIR", defaultValue = "data", descriptionKey = "data")
        private Path data = Path.of("data");

        @CommandLine.Option(names = "--number", paramLabel = "NUMBER", required = true, descriptionKey = "tls.number")
        private String number = "";

        OfTerminal(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws IOException {
            if (!NAME.matcher(number).matches()) {
                throw new Refused("tls-number", Errors.oneLine(number));
            }
            TlsFiles files = new TlsFiles(DataFolder.open(data).root().resolve("tls"));
            if (Files.exists(files.terminalKey(number))) {
                throw new Refused("tls-exists", files.terminalKey(number).toString());
            }
            byte[] random = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(random);
            String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
            try {
                InHouseAuthority authority = files.readAuthority();
                InHouseAuthority.Certified certified = authority.certifyTerminal(number, Instant.now());
                files.write(number, authority, certified, password.toCharArray());
                // The password is shown nowhere else.
                if (common.quiet()) {
                    terminal.out().println(password);
                } else {
                    terminal.say(
                            "tls-terminal",
                            files.terminalKey(number).toString(),
                            password,
                            files.terminal(number).toString(),
                            Self.until(certified),
                            files.authority().toString());
                }
            } catch (NoSuchFileException e) {
                throw new Refused("tls-no-authority", files.folder().toString());
            } catch (GeneralSecurityException e) {
                throw new Refused(
                        "tls-unreadable", files.folder().toString(), Errors.oneLine(String.valueOf(e.getMessage())));
            }
            return Exit.FINE;
        }
    }
}
