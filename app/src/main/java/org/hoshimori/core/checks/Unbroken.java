package org.hoshimori.core.checks;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/** What a check does wrong does not break the connection. */
public final class Unbroken implements SQLExceptionOverride {

    @java.lang.Override
    public SQLExceptionOverride.Override adjudicate(SQLException e) {
        return SQLExceptionOverride.Override.DO_NOT_EVICT;
    }
}
