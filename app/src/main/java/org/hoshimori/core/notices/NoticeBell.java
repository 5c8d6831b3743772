package org.hoshimori.core.notices;

import org.hoshimori.core.identity.SignedIn;
import org.hoshimori.frame.Bell;
import org.springframework.stereotype.Component;

/** Answers the head of every page. */
@Component
class NoticeBell implements Bell {

    private final NoticeTable notices;

    NoticeBell(NoticeTable notices) {
        this.notices = notices;
    }

    @Override
    public long unread(SignedIn person) {
        return notices.unread(person.id());
    }
}
