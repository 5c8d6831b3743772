package org.hoshimori.chapters.logs;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.core.api.Caller;
import org.hoshimori.core.api.Found;
import org.hoshimori.core.api.Ids;
import org.hoshimori.core.api.Resource;
import org.hoshimori.core.api.Wish;
import org.springframework.stereotype.Component;

/** Verifications of the archive of logs, the latest first ({@code inf-3.c}). */
@Component
class VerificationResource implements Resource<LogVerificationTold> {

    private static final int PAGE = 20;

    private final VerificationTable table;

    VerificationResource(VerificationTable table) {
        this.table = table;
    }

    @Override
    public String code() {
        return "log-verifications";
    }

    @Override
    public String scope() {
        return ReviewResource.SCOPE;
    }

    @Override
    public Class<LogVerificationTold> type() {
        return LogVerificationTold.class;
    }

    @Override
    public String id(LogVerificationTold shown) {
        return shown.id().toString();
    }

    @Override
    public Set<String> readers() {
        return ReviewResource.READERS;
    }

    @Override
    public Found<LogVerificationTold> page(Wish wish, Caller caller) {
        List<Verified> page = table.page(PAGE, (wish.page() - 1L) * PAGE);
        return new Found<>(page.stream().map(LogVerificationTold::of).toList(), table.count(), PAGE);
    }

    @Override
    public Optional<LogVerificationTold> find(String id, Caller caller) {
        return Ids.read(id).flatMap(table::find).map(LogVerificationTold::of);
    }
}
