package org.hoshimori.core.notices;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A process of its own that takes a delivery, sends it, and is gone before it is noted, as by kill -9. */
final class KilledSender {

    /** How it ends. */
    static final int KILLED = 137;

    private KilledSender() {}

    /** Database, user, password, port of the mail server, address. */
    public static void main(String[] args) {
        JdbcClient sql = JdbcClient.create(new DriverManagerDataSource(args[0], args[1], args[2]));
        Deliveries.Delivery taken = new Deliveries(sql).take(Instant.now()).orElseThrow();
        List<NoticeTable.Told> told = new NoticeTable(sql).in(taken.id());
        NoticeSettings.Mail server = new NoticeSettings.Mail(
                "127.0.0.1", Integer.parseInt(args[3]), "", "", NoticeSettings.Security.NONE, "hoshimori@example.jp");
        Sent sent = new MailRoute(server, "https://hoshi.example/s", Clock.systemUTC())
                .send(new Letter(
                        taken.id(), args[4], "x", "ja", told.getFirst().message(), Locale.JAPANESE.toString()));
        Runtime.getRuntime().halt(sent instanceof Sent.Taken ? KILLED : 1);
    }
}
