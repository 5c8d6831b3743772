package org.hoshimori.core.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/**
 * Sessions of which the moment of their last use moves on by ten seconds or not at all: a request that changes nothing else then
 * asks nothing of the database, and idle time still ends to the ten seconds.
 */
final class SeldomTouched<S extends Session> implements FindByIndexNameSessionRepository<SeldomTouched.Lent<S>> {

    private static final Duration STEP = Duration.ofSeconds(10);

    private final FindByIndexNameSessionRepository<S> kept;

    SeldomTouched(FindByIndexNameSessionRepository<S> kept) {
        this.kept = kept;
    }

    @Override
    public Lent<S> createSession() {
        return new Lent<>(kept.createSession());
    }

    @Override
    public void save(Lent<S> session) {
        kept.save(session.kept());
    }

    @Override
    public @Nullable Lent<S> findById(String id) {
        S found = kept.findById(id);
        return found == null ? null : new Lent<>(found);
    }

    @Override
    public void deleteById(String id) {
        kept.deleteById(id);
    }

    @Override
    public Map<String, Lent<S>> findByIndexNameAndIndexValue(String index, String value) {
        Map<String, Lent<S>> found = new LinkedHashMap<>();
        kept.findByIndexNameAndIndexValue(index, value).forEach((id, session) -> found.put(id, new Lent<>(session)));
        return found;
    }

    /** A session as a request sees it. */
    record Lent<S extends Session>(S kept) implements Session {

        @Override
        public void setLastAccessedTime(Instant now) {
            if (!now.isBefore(kept.getLastAccessedTime().plus(STEP))) {
                kept.setLastAccessedTime(now);
            }
        }

        @Override
        public Instant getLastAccessedTime() {
            return kept.getLastAccessedTime();
        }

        @Override
        public String getId() {
            return kept.getId();
        }

        @Override
        public String changeSessionId() {
            return kept.changeSessionId();
        }

        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // As the interface has it.
        public <T> @Nullable T getAttribute(String name) {
            return kept.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return kept.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, Object value) {
            kept.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            kept.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return kept.getCreationTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            kept.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return kept.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return kept.isExpired();
        }
    }
}
