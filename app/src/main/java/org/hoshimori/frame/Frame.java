package org.hoshimori.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hoshimori.core.identity.Doorkeeper;
import org.hoshimori.core.identity.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

/** Gives every page what its frame shows. */
@ControllerAdvice
class Frame {

    private final Bell bell;
    private final List<MenuEntry> menu;

    Frame(Bell bell, List<MenuEntry> menu) {
        this.bell = bell;
        this.menu = menu;
    }

    /**
     * The frame of a page: who looks at it, where, in which language.
     *
     * @param inside whether nothing is missing any more of what a log-in asks for
     * @param again whether the page can be asked for again: the answer to a form can't
     * @param unreadCount how many notices wait to be read, counted once, and only for a page that is shown
     * @param menu what rooms add to the menu, likewise
     */
    record Around(
            Optional<SignedIn> person,
            boolean inside,
            Set<String> permissions,
            String path,
            String query,
            boolean again,
            String language,
            Supplier<Long> unreadCount,
            Supplier<List<MenuEntry.Link>> menu) {

        /** How many notices wait to be read. */
        public long unread() {
            return unreadCount.get();
        }

        /** What rooms add to the menu. */
        public List<MenuEntry.Link> registers() {
            return menu.get();
        }

        public boolean may(String permission) {
            return permissions.contains(permission);
        }

        public boolean within(String place) {
            return place.equals("/") ? path.equals("/") : path.startsWith(place);
        }

        /** The same page in the other language: what was asked for and one-time keys stay. */
        public String translated() {
            return UriComponentsBuilder.fromPath(path)
                    .query(query)
                    .replaceQueryParam("lang", otherLanguage())
                    .build()
                    .toUriString();
        }

        /** What a list was asked for, as its address says it, for another address that answers the same; the language aside. */
        public String filters() {
            String rest = UriComponentsBuilder.newInstance()
                    .query(query)
                    .replaceQueryParam("lang")
                    .replaceQueryParam("page")
                    .build()
                    .toUriString();
            return rest.equals("?") ? "" : rest;
        }

        public String otherLanguage() {
            return language.equals("ja") ? "en" : "ja";
        }
    }

    @ModelAttribute("frame")
    Around frame(HttpServletRequest request, Locale locale, @Nullable Authentication authentication) {
        Optional<SignedIn> person = Optional.ofNullable(authentication)
                .map(Authentication::getPrincipal)
                .filter(SignedIn.class::isInstance)
                .map(SignedIn.class::cast);
        Set<String> permissions = authentication == null
                ? Set.of()
                : authentication.getAuthorities().stream()
                        .map(a -> String.valueOf(a.getAuthority()))
                        .collect(Collectors.toUnmodifiableSet());
        boolean inside = person.isPresent() && request.getAttribute(Doorkeeper.MISSING) == null;
        // A part of a page stands in a frame that is there already.
        boolean whole = request.getHeader("HX-Request") == null;
        return new Around(
                person,
                inside,
                permissions,
                request.getRequestURI(),
                Objects.requireNonNullElse(request.getQueryString(), ""),
                request.getMethod().equals("GET"),
                locale.getLanguage().equals("en") ? "en" : "ja",
                SingletonSupplier.of(
                        () -> inside && whole ? person.map(bell::unread).orElse(0L) : 0),
                SingletonSupplier.of(() -> menu.stream()
                        .flatMap(room -> room.links(permissions).stream())
                        .toList()));
    }
}
