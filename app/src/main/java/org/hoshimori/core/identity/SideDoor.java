package org.hoshimori.core.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** A way in beside the password, which another room keeps; what it needs below {@code /log-in/} is open to everybody. */
public interface SideDoor {

    /** The template whose fragment {@code door} stands on the page of log-in, where this way can be gone by this request. */
    Optional<String> template(HttpServletRequest request);

    /** Adds to the chain of pages what this way needs. */
    default void into(HttpSecurity http) {}

    /** Where forms may lead to besides ourselves: origins, {@code https://sso.example.jp}. */
    default List<String> formTargets() {
        return List.of();
    }
}
