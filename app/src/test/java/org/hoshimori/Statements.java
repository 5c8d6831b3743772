package org.hoshimori;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Notes the statements that a test's own thread sends to the database. */
final class Statements implements BeanPostProcessor {

    private static final ThreadLocal<@Nullable List<String>> SENT = new ThreadLocal<>();

    /** What is sent while this runs, in order. */
    static List<String> during(Runnable act) {
        List<String> sent = new ArrayList<>();
        SENT.set(sent);
        try {
            act.run();
        } finally {
            SENT.remove();
        }
        return sent;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Noted(source) : bean;
    }

    private static final class Noted extends DelegatingDataSource {
        Noted(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            return SENT.get() == null ? connection : noted(Connection.class, connection, "");
        }
    }

    private static <T> T noted(Class<T> type, T real, String sql) {
        InvocationHandler handler = (_, method, arguments) -> {
            String given = arguments != null && arguments[0] instanceof String text ? text : sql;
            List<String> sent = SENT.get();
            if (method.getName().startsWith("execute") && sent != null) {
                sent.add(given.strip());
            }
            try {
                return switch (method.invoke(real, arguments)) {
                    case PreparedStatement statement -> noted(PreparedStatement.class, statement, given);
                    case Statement statement -> noted(Statement.class, statement, given);
                    case null -> null;
                    case Object other -> other;
                };
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(Statements.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
