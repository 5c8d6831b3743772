package org.hoshimori.frame;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * A refusal of what is not read: two sentences and no page, since whatever makes a page looks at what was sent, and would read all of
 * it after all.
 */
final class CurtRefusal {

    private CurtRefusal() {}

    /** Answers so and hangs up; the words are the message {@code error.} and the status. */
    static void send(HttpServletResponse response, HttpStatus status, MessageSource messages) throws IOException {
        String code = "error." + status.value();
        byte[] words = (messages.getMessage(code, null, Locale.JAPANESE) + "\n"
                        + messages.getMessage(code, null, Locale.ENGLISH) + "\n")
                .getBytes(StandardCharsets.UTF_8);
        response.setStatus(status.value());
        response.setHeader(HttpHeaders.CONNECTION, "close");
        response.setContentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8).toString());
        response.setContentLength(words.length);
        response.getOutputStream().write(words);
        response.flushBuffer();
    }
}
