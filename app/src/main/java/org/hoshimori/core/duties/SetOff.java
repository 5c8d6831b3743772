package org.hoshimori.core.duties;

import org.hoshimori.core.organization.PersonEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sets off duties by what happens to people, in the transaction in which it happens. */
@Component
class SetOff {

    private final Duties duties;

    SetOff(Duties duties) {
        this.duties = duties;
    }

    @EventListener
    void joined(PersonEvent.PersonJoined joined) {
        duties.setOff(
                "person-joined", "person:" + joined.person(), joined.entered().joinedOn());
    }

    @EventListener
    void leaving(PersonEvent.PersonLeaving leaving) {
        duties.setOff("person-leaving", "person:" + leaving.person(), leaving.lastDay());
    }

    @EventListener
    void staying(PersonEvent.PersonStaying staying) {
        duties.callOff("person-leaving", "person:" + staying.person());
    }
}
