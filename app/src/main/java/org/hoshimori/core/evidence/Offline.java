package org.hoshimori.core.evidence;

import java.sql.Connection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The parts of the record on one connection, for who works without the application. */
record Offline(JdbcClient sql, Entries entries, Heads heads, Epochs epochs, PlatformTransactionManager transactions) {

    static Offline on(Connection connection) {
        SingleConnectionDataSource source = new SingleConnectionDataSource(connection, true);
        JdbcClient sql = JdbcClient.create(source);
        return new Offline(
                sql,
                new Entries(sql, new JdbcTemplate(source)),
                new Heads(sql),
                new Epochs(sql),
                new JdbcTransactionManager(source));
    }
}
