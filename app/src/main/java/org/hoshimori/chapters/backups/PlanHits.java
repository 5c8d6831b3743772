package org.hoshimori.chapters.backups;

import java.util.List;
import java.util.Locale;
import org.hoshimori.core.identity.SignedIn;
import org.hoshimori.frame.SearchHits;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Backup plans by name, code, object, method or note, for those who may see them. */
@Component
@Order(7)
class PlanHits implements SearchHits {

    private final BackupPlanTable plans;

    PlanHits(BackupPlanTable plans) {
        this.plans = plans;
    }

    @Override
    public String heading() {
        return "frame.menu.backup-plans";
    }

    @Override
    public List<Hit> find(String words, Locale locale, int most) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn person)) {
            return List.of();
        }
        Viewer viewer = Viewer.of(person, authentication);
        return plans.named(words, most, viewer.own()).stream()
                .map(l -> new Hit(
                        "/backup-plans/" + l.plan().id(),
                        l.plan().name(),
                        l.plan().code() + " " + l.plan().object()))
                .toList();
    }
}
