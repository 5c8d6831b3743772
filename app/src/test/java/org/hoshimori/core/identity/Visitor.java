package org.hoshimori.core.identity;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Somebody with a browser, for tests of whole visits: keeps cookies and sends forms. */
public final class Visitor {

    /** A password that the sample accepts. */
    public static final String PASSWORD = "Tanuki7-odori+Kaze";

    private final MockMvcTester pages;
    private final Map<String, Cookie> cookies = new HashMap<>();

    /** Somebody who comes for the first time. */
    public Visitor(MockMvcTester pages) {
        this.pages = pages;
    }

    /** Somebody who has given the password. */
    public static Visitor loggedIn(MockMvcTester pages, String mail) {
        Visitor visitor = new Visitor(pages);
        visitor.logIn(mail, PASSWORD);
        return visitor;
    }

    /** Where it leads. */
    public String logIn(String mail, String password) {
        return to(post("/log-in", "mail", mail, "password", password));
    }

    /** The page at this address. */
    public MvcTestResult get(String uri) {
        return kept(pages.get().uri(uri).cookie(all()).exchange());
    }

    /** Asks for a part of a page, as htmx does. */
    public MvcTestResult part(String uri) {
        return kept(
                pages.get().uri(uri).cookie(all()).header("HX-Request", "true").exchange());
    }

    /** Sends a form: names and values by turns. */
    public MvcTestResult post(String uri, String... fields) {
        var request = pages.post().uri(uri).with(csrf()).cookie(all()).header("User-Agent", "Test/1.0 (Linux)");
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return kept(request.exchange());
    }

    /** Where an answer leads. */
    public static String to(MvcTestResult answer) {
        return String.valueOf(answer.getResponse().getRedirectedUrl());
    }

    /** What an answer says. */
    public static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private Cookie[] all() {
        Cookie[] none = {new Cookie("lang", "ja")};
        return cookies.isEmpty() ? none : cookies.values().toArray(Cookie[]::new);
    }

    private MvcTestResult kept(MvcTestResult answer) {
        for (Cookie cookie : answer.getResponse().getCookies()) {
            cookies.put(cookie.getName(), cookie);
        }
        return answer;
    }
}
