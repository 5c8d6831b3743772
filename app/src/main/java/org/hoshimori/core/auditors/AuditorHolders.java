package org.hoshimori.core.auditors;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hoshimori.core.identity.Holder;
import org.hoshimori.core.identity.Outsiders;
import org.hoshimori.core.organization.PersonId;
import org.springframework.stereotype.Component;

/** Auditors as those who may have an account. */
@Component
class AuditorHolders implements Outsiders {

    private final AuditorTable table;

    AuditorHolders(AuditorTable table) {
        this.table = table;
    }

    @Override
    public Optional<Holder> find(PersonId id) {
        return table.find(id).map(Auditor::holder);
    }

    @Override
    public List<Holder> find(Collection<PersonId> ids) {
        return table.find(ids).stream().map(Auditor::holder).toList();
    }

    @Override
    public Optional<Holder> findByMail(String mail) {
        return table.findByMail(mail).map(Auditor::holder);
    }
}
