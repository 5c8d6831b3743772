package org.hoshimori.core.accounts;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.core.api.Caller;
import org.hoshimori.core.api.Filter;
import org.hoshimori.core.api.Found;
import org.hoshimori.core.api.Ids;
import org.hoshimori.core.api.Resource;
import org.hoshimori.core.api.Wish;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.PersonId;
import org.springframework.stereotype.Component;

/** Accounts, served to be read by who manages them; what is done with them is done by people at pages. */
@Component
class AccountResource implements Resource<AccountTold> {

    private final AccountList list;

    AccountResource(AccountList list) {
        this.list = list;
    }

    @Override
    public String code() {
        return "accounts";
    }

    @Override
    public String scope() {
        return "identity";
    }

    @Override
    public Class<AccountTold> type() {
        return AccountTold.class;
    }

    @Override
    public String id(AccountTold shown) {
        return shown.id().toString();
    }

    @Override
    public Set<String> readers() {
        return Set.of("accounts");
    }

    @Override
    public List<Filter> filters() {
        return List.of(Filter.choice("state", AccountList.Wish.STATES), Filter.id("department"));
    }

    @Override
    public Found<AccountTold> page(Wish wish, Caller caller) {
        String state = wish.text("state").isEmpty() ? "all" : wish.text("state");
        AccountList.Page page =
                list.page(new AccountList.Wish(state, wish.id("department").map(DepartmentId::new), wish.page()));
        return new Found<>(page.rows().stream().map(AccountTold::of).toList(), page.total(), AccountList.PAGE);
    }

    @Override
    public Optional<AccountTold> find(String id, Caller caller) {
        return Ids.read(id).map(PersonId::new).flatMap(list::find).map(AccountTold::of);
    }
}
