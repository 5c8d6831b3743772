package org.hoshimori.core.notices;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;

/** Hands mail in at the company's server (SMTP, RFC 5321). */
final class MailRoute {

    private static final String PATIENCE = "20000";
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final NoticeSettings.Mail server;
    private final String domain;
    private final Clock clock;
    private final Session session;

    MailRoute(NoticeSettings.Mail server, String publicUrl, Clock clock) {
        this.server = server;
        String host = URI.create(publicUrl).getHost();
        this.domain = host == null || host.contains(":") ? "hoshimori.invalid" : host;
        this.clock = clock;
        this.session = Session.getInstance(properties(server));
    }

    private static Properties properties(NoticeSettings.Mail server) {
        Properties smtp = new Properties();
        smtp.setProperty("mail.transport.protocol", "smtp");
        smtp.setProperty("mail.smtp.host", server.host());
        smtp.setProperty("mail.smtp.port", Integer.toString(server.port()));
        smtp.setProperty("mail.smtp.auth", Boolean.toString(!server.user().isEmpty()));
        smtp.setProperty("mail.smtp.connectiontimeout", PATIENCE);
        smtp.setProperty("mail.smtp.timeout", PATIENCE);
        smtp.setProperty("mail.smtp.writetimeout", PATIENCE);
        // What was taken was taken, whether the server says good-bye or not.
        smtp.setProperty("mail.smtp.quitwait", "false");
        smtp.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        boolean starttls = server.security() == NoticeSettings.Security.STARTTLS;
        smtp.setProperty("mail.smtp.starttls.enable", Boolean.toString(starttls));
        smtp.setProperty("mail.smtp.starttls.required", Boolean.toString(starttls));
        smtp.setProperty("mail.smtp.ssl.enable", Boolean.toString(server.security() == NoticeSettings.Security.TLS));
        return smtp;
    }

    Sent send(Letter letter) {
        Transport transport = null;
        try {
            MimeMessage message = message(letter);
            transport = session.getTransport("smtp");
            if (server.user().isEmpty()) {
                transport.connect();
            } else {
                transport.connect(server.user(), server.password());
            }
            transport.sendMessage(message, message.getAllRecipients());
            return new Sent.Taken();
        } catch (AuthenticationFailedException e) {
            return new Sent.NotNow(words(e));
        } catch (SendFailedException e) {
            // The server refuses this address for good (550 …), or for now (450 …).
            return permanent(e) ? new Sent.Never(words(e)) : new Sent.NotNow(words(e));
        } catch (AddressException e) {
            return new Sent.Never(words(e));
        } catch (MessagingException e) {
            return new Sent.NotNow(words(e));
        } finally {
            close(transport);
        }
    }

    private MimeMessage message(Letter letter) throws MessagingException {
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + letter.id() + "@" + domain + ">");
            }
        };
        try {
            message.setFrom(new InternetAddress(server.from(), true));
            InternetAddress to = new InternetAddress(letter.to(), true);
            to.setPersonal(letter.name(), UTF_8);
            message.setRecipients(Message.RecipientType.TO, new Address[] {to});
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
        message.setSubject(letter.subject().replaceAll("\\s+", " ").strip(), UTF_8);
        message.setText(letter.text(), UTF_8, "plain");
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Content-Language", letter.language());
        // No out-of-office note answers it (RFC 3834).
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
    }

    private static boolean permanent(SendFailedException refused) {
        for (Exception e = refused; e instanceof MessagingException next; e = next.getNextException()) {
            if (String.valueOf(e.getMessage()).strip().matches("(?s)5[0-9][0-9][ -].*")) {
                return true;
            }
        }
        return false;
    }

    private static String words(MessagingException e) {
        Exception next = e.getNextException();
        String words = String.valueOf(e.getMessage()) + (next == null ? "" : " (" + next.getMessage() + ")");
        String line = words.replaceAll("\\s+", " ").strip();
        return line.substring(0, Math.min(line.length(), 300));
    }

    private static void close(@org.jspecify.annotations.Nullable Transport transport) {
        if (transport != null) {
            try {
                transport.close();
            } catch (MessagingException e) {
                // It has been taken or refused before; how the line is cut does not matter.
                org.slf4j.LoggerFactory.getLogger(MailRoute.class).debug("the mail server was cut off", e);
            }
        }
    }
}
