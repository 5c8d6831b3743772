package org.hoshimori.core.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Says what is wrong with a call: problem details of RFC 9457, in the caller's language. */
@Component
public class Problems {

    /** The media type. */
    public static final String TYPE = "application/problem+json";

    private static final String KIND = "urn:hoshimori:problem:";

    private final MessageSource messages;
    private final JsonMapper json = JsonMapper.builder().build();

    Problems(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * A member of what was sent that is wrong.
     *
     * @param pointer to it, a JSON pointer in a fragment ({@code #/mail}); {@code #} for the whole
     * @param code of the fault, the same in each language
     */
    public record Wrong(String pointer, String code, String detail) {}

    /**
     * A problem as bytes.
     *
     * @param code of the problem: its title is the message {@code api.problem.CODE}, its detail {@code api.detail.CODE}
     */
    public byte[] bytes(
            HttpStatus status, String code, HttpServletRequest request, List<Wrong> wrong, Object... arguments) {
        Locale locale = language(request);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", KIND + code);
        members.put("title", say("api.problem." + code, locale));
        members.put("status", status.value());
        members.put("detail", say("api.detail." + code, locale, arguments));
        members.put("instance", request.getRequestURI());
        if (!wrong.isEmpty()) {
            members.put(
                    "errors",
                    wrong.stream()
                            .map(w -> {
                                Map<String, String> one = new LinkedHashMap<>();
                                one.put("pointer", w.pointer());
                                one.put("code", w.code());
                                one.put("detail", w.detail());
                                return one;
                            })
                            .toList());
        }
        return json.writeValueAsBytes(members);
    }

    /** Answers with a problem. */
    public void send(
            HttpStatus status,
            String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Object... arguments)
            throws IOException {
        byte[] body = bytes(status, code, request, List.of(), arguments);
        response.setStatus(status.value());
        response.setContentType(TYPE);
        response.setHeader("Content-Language", language(request).getLanguage());
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(body);
    }

    private String say(String code, Locale locale, Object... arguments) {
        return messages.getMessage(code, arguments, locale);
    }

    /** The language in which a call is answered: English where it is preferred to Japanese, otherwise Japanese. */
    public static Locale language(HttpServletRequest request) {
        String asked = request.getHeader("Accept-Language");
        if (asked == null || asked.length() > 500) {
            return Locale.JAPANESE;
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(asked), List.of(Locale.JAPANESE, Locale.ENGLISH));
            return found == null ? Locale.JAPANESE : found;
        } catch (IllegalArgumentException e) {
            return Locale.JAPANESE;
        }
    }
}
