package org.hoshimori.cli;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.hoshimori.mail.Inspector;

/**
 * Messages that arrive in an IMAP mailbox (RFC 9051), which is only looked at: it is opened for reading, nothing is marked as seen.
 * Remembered is the last message's number and whether the server numbers anew.
 */
final class ImapArrivals implements MailWatchCommand.Arrivals {

    private static final int MILLIS = 30_000;
    private static final int PIECE = 1_000_000;

    private final URI server;
    private final String user;
    private final String secret;
    private final String mailbox;
    private final Inspector inspector;
    private final WatchState state;
    private boolean letIn;

    private ImapArrivals(
            URI server, String user, String secret, String mailbox, Inspector inspector, WatchState state) {
        this.server = server;
        this.user = user;
        this.secret = secret;
        this.mailbox = mailbox;
        this.inspector = inspector;
        this.state = state;
    }

    /** From {@code imaps://user@host:port/mailbox}; {@code imap://} goes over to TLS first, unless it is this machine. */
    static ImapArrivals of(String address, String secret, Inspector inspector, WatchState state) {
        URI server;
        try {
            server = URI.create(address);
        } catch (IllegalArgumentException e) {
            throw new Refused("mail.imap", address);
        }
        String user = server.getRawUserInfo();
        String scheme = String.valueOf(server.getScheme()).toLowerCase(Locale.ROOT);
        boolean known = scheme.equals("imaps") || scheme.equals("imap");
        if (!known || server.getHost() == null || user == null || user.contains(":")) {
            throw new Refused("mail.imap", address);
        }
        String path = server.getRawPath() == null ? "" : server.getRawPath().replaceFirst("^/", "");
        return new ImapArrivals(
                server,
                URLDecoder.decode(user.replace("+", "%2B"), StandardCharsets.UTF_8),
                secret,
                path.isEmpty() ? "INBOX" : URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8),
                inspector,
                state);
    }

    private Properties settings(String scheme) {
        Properties settings = new Properties();
        String prefix = "mail." + scheme + ".";
        settings.put(prefix + "connectiontimeout", Integer.toString(MILLIS));
        settings.put(prefix + "timeout", Integer.toString(MILLIS));
        settings.put(prefix + "writetimeout", Integer.toString(MILLIS));
        settings.put(prefix + "fetchsize", Integer.toString(PIECE));
        settings.put(prefix + "peek", "true");
        settings.put(prefix + "ssl.checkserveridentity", "true");
        boolean here = server.getHost().matches("localhost|127\\..*|\\[::1]");
        settings.put(prefix + "starttls.enable", "true");
        settings.put(prefix + "starttls.required", Boolean.toString(scheme.equals("imap") && !here));
        return settings;
    }

    @Override
    public void look(MailWatchCommand.Taker taker) throws IOException {
        String scheme = server.getScheme().toLowerCase(Locale.ROOT);
        try (Store store = Session.getInstance(settings(scheme)).getStore(scheme)) {
            store.connect(server.getHost(), server.getPort(), user, secret);
            letIn = true;
            try (Folder folder = store.getFolder(mailbox)) {
                folder.open(Folder.READ_ONLY);
                arrived(folder, taker);
            }
        } catch (AuthenticationFailedException e) {
            if (letIn) {
                // It let us in before: a server that is starting or stopping says no for a while.
                throw new IOException(e);
            }
            throw new Refused("mail.imap-refused", Errors.oneLine(String.valueOf(e.getMessage())));
        } catch (FolderNotFoundException e) {
            throw new Refused("mail.no-mailbox", mailbox);
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    private void arrived(Folder folder, MailWatchCommand.Taker taker) throws MessagingException, IOException {
        UIDFolder numbered = (UIDFolder) folder;
        String thing = user + "@" + server.getHost() + "/" + mailbox;
        String numbering = Long.toString(numbered.getUIDValidity());
        String before = state.of(thing);
        // Where the server numbers anew, what was remembered means nothing any more.
        long last = before.startsWith(numbering + ":") ? Long.parseLong(before.substring(numbering.length() + 1)) : 0;
        for (Message each : numbered.getMessagesByUID(last + 1, UIDFolder.LASTUID)) {
            long uid = numbered.getUID(each);
            // Asked for what is beyond the last message, a server names the last one.
            if (uid > last && !each.isExpunged() && each instanceof IMAPMessage message) {
                try (InputStream content = message.getMimeStream()) {
                    taker.take(thing + ";UID=" + uid, inspector.inspect(content));
                }
                state.remember(thing, numbering + ":" + uid);
            }
        }
    }
}
