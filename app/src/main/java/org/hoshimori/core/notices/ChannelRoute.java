package org.hoshimori.core.notices;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.hoshimori.proof.CanonicalJson;
import org.hoshimori.proof.Json;

/** Posts to a channel of the company's chat: as Slack and Mattermost take it, or, where the address is Microsoft's, as Teams does. */
final class ChannelRoute implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final List<String> TEAMS =
            List.of(".logic.azure.com", ".powerplatform.com", ".office.com", ".office365.com");

    private final URI address;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    ChannelRoute(URI address) {
        this.address = address;
    }

    Sent send(String words, String link) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body(words, link), StandardCharsets.UTF_8))
                .build();
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status / 100 == 2) {
                return new Sent.Taken();
            }
            // Too many or too slow passes; any other refusal, and a redirection, does not.
            boolean passes = status >= 500 || status == 408 || status == 425 || status == 429;
            return passes ? new Sent.NotNow("HTTP " + status) : new Sent.Never("HTTP " + status);
        } catch (IOException e) {
            return new Sent.NotNow(e.getClass().getSimpleName() + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Sent.NotNow("interrupted");
        }
    }

    /** What is posted. */
    String body(String words, String link) {
        return CanonicalJson.text(
                teams()
                        ? card(words, link)
                        : Json.object()
                                .with(
                                        "text",
                                        Json.of(words.replace("&", "&amp;")
                                                        .replace("<", "&lt;")
                                                        .replace(">", "&gt;") + "\n" + link)));
    }

    private boolean teams() {
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        return TEAMS.stream().anyMatch(host::endsWith);
    }

    private static Json.Obj card(String words, String link) {
        Json.Obj text = Json.object()
                .with("type", Json.of("TextBlock"))
                .with("text", Json.of(words))
                .with("wrap", new Json.Bool(true));
        Json.Obj open = Json.object()
                .with("type", Json.of("Action.OpenUrl"))
                .with("title", Json.of("Hoshimori"))
                .with("url", Json.of(link));
        Json.Obj content = Json.object()
                .with("type", Json.of("AdaptiveCard"))
                .with("version", Json.of("1.4"))
                .with("body", new Json.Arr(List.of(text)))
                .with("actions", new Json.Arr(List.of(open)));
        Json.Obj attachment = Json.object()
                .with("contentType", Json.of("application/vnd.microsoft.card.adaptive"))
                .with("content", content);
        return Json.object().with("type", Json.of("message")).with("attachments", new Json.Arr(List.of(attachment)));
    }

    @Override
    public void close() {
        http.close();
    }
}
