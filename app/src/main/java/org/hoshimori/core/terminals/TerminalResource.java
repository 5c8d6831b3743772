package org.hoshimori.core.terminals;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hoshimori.core.api.Act;
import org.hoshimori.core.api.Caller;
import org.hoshimori.core.api.Filter;
import org.hoshimori.core.api.Found;
import org.hoshimori.core.api.Ids;
import org.hoshimori.core.api.Resource;
import org.hoshimori.core.api.Wish;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/** The register of terminals, served: a management of devices enters and revokes what it issues. */
@Component
class TerminalResource implements Resource<TerminalTold> {

    private static final Set<String> KEEPERS = Set.of("accounts");

    private final TerminalRegister register;
    private final TerminalTable table;
    private final Clock clock;

    TerminalResource(TerminalRegister register, TerminalTable table, Clock clock) {
        this.register = register;
        this.table = table;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "terminals";
    }

    @Override
    public String scope() {
        return "terminals";
    }

    @Override
    public Class<TerminalTold> type() {
        return TerminalTold.class;
    }

    @Override
    public String id(TerminalTold shown) {
        return shown.id().toString();
    }

    @Override
    public Set<String> readers() {
        return KEEPERS;
    }

    @Override
    public List<Filter> filters() {
        return List.of(Filter.text("q"));
    }

    @Override
    public Found<TerminalTold> page(Wish wish, Caller caller) {
        String words = wish.text("q").strip();
        return new Found<>(
                table
                        .page(
                                words,
                                (Math.min(wish.page(), TerminalPages.MOST_PAGES) - 1) * TerminalPages.PAGE,
                                TerminalPages.PAGE)
                        .stream()
                        .map(t -> TerminalTold.of(t, clock.instant()))
                        .toList(),
                table.count(words),
                TerminalPages.PAGE);
    }

    @Override
    public Optional<TerminalTold> find(String id, Caller caller) {
        return Ids.read(id).flatMap(table::find).map(t -> TerminalTold.of(t, clock.instant()));
    }

    @Override
    public List<Act<?>> acts() {
        return List.of(
                Act.enter(KEEPERS, TerminalForm.class, this::enter),
                Act.of("revoke", KEEPERS, RevocationForm.class, this::revoke));
    }

    private Optional<String> enter(String none, TerminalForm form, BindingResult errors, Caller caller) {
        return TerminalPages.entered(register.register(form, caller.actor()), errors)
                .map(UUID::toString);
    }

    private Optional<String> revoke(String id, RevocationForm form, BindingResult errors, Caller caller) {
        return table.find(UUID.fromString(id))
                .filter(t -> register.revoke(t, form.revocationReason(), caller.actor()))
                .map(t -> id)
                .or(() -> {
                    errors.reject("terminals.revoked-before");
                    return Optional.empty();
                });
    }
}
