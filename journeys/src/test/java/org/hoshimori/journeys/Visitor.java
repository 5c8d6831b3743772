package org.hoshimori.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Tracing;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Somebody at a browser. Whatever page he or she comes to is looked at in every way ({@link Look}), must load nothing from
 * elsewhere and must leave nothing in the console: no error, no violation of the content security policy.
 */
final class Visitor {

    /** The browser notes it in the console when a page itself is a refusal; whether it should be, the journey says. */
    private static final Pattern REFUSAL = Pattern.compile("Failed to load resource: .* status of (403|404|422) .*");

    private final String name;
    private final String address;
    private final BrowserContext context;
    private final Page page;
    private final boolean scripts;
    private final List<String> complaints = new ArrayList<>();
    private int pages;
    /** Another site, or null. */
    private String elsewhere;

    /** With the cookies of an earlier visit, or null. */
    Visitor(String name, String address, Browser browser, boolean scripts, String cookies) {
        this.name = name;
        this.address = address;
        this.scripts = scripts;
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setLocale("ja-JP")
                .setTimezoneId("Asia/Tokyo")
                .setJavaScriptEnabled(scripts)
                .setStorageState(cookies));
        context.setDefaultTimeout(10_000);
        context.tracing().start(new Tracing.StartOptions().setSnapshots(true));
        context.onConsoleMessage(this::hear);
        context.onWebError(e -> complaints.add("script: " + e.error()));
        context.onRequest(this::follow);
        this.page = context.newPage();
    }

    /** Is sent on to another site at times, whose pages are not ours to look at. */
    Visitor knows(String other) {
        this.elsewhere = other;
        return this;
    }

    /** Follows a link that leads to another site. */
    Visitor goesTo(String link, String other) {
        named(AriaRole.LINK, link).click();
        page.waitForURL(other + "/**");
        return this;
    }

    /** Says at Keycloak who he or she is, and comes back. */
    Visitor identifies(String user, String password) {
        page.locator("#username").fill(user);
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
        page.waitForURL(address + "/**");
        return looksAround();
    }

    /** Logs out at Keycloak itself. */
    Visitor endsAt(String place) {
        page.navigate(place);
        page.locator("#kc-logout").click();
        page.locator("#kc-logout").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        return this;
    }

    private void hear(ConsoleMessage message) {
        if (elsewhere != null && message.location().startsWith(elsewhere)) {
            return;
        }
        boolean refusal =
                REFUSAL.matcher(message.text()).matches() && message.location().startsWith(page.url() + ":");
        if (message.type().equals("error") && !refusal) {
            complaints.add("console: " + message.text() + " (" + message.location() + ")");
        }
    }

    private void follow(Request request) {
        boolean known = elsewhere != null && request.url().startsWith(elsewhere + "/");
        if (!known && !request.url().startsWith(address + "/") && !request.url().startsWith("data:")) {
            complaints.add("asks elsewhere: " + request.url());
        }
    }

    // What people do.

    Visitor opens(String path) {
        page.navigate(address + path);
        return looksAround();
    }

    Visitor follows(String link) {
        named(AriaRole.LINK, link).click();
        return looksAround();
    }

    /** On a wide screen the link's page opens beside the list, and goes again. */
    Visitor looksBeside(String link, String next, String text, String nextText) {
        Look.widely(page);
        named(AriaRole.LINK, link).click();
        Locator beside = page.locator("#beside");
        assertThat(beside).containsText(text);
        assertThat(page.locator("#beside h1")).isFocused();
        complaints.addAll(Look.faultsAsItIs(page));
        page.keyboard().press("j");
        assertThat(beside).containsText(nextText);
        page.keyboard().press("Escape");
        assertThat(beside).isHidden();
        assertThat(named(AriaRole.LINK, next)).isFocused();
        Look.atTheDesk(page);
        return this;
    }

    Visitor presses(String button) {
        named(AriaRole.BUTTON, button).click();
        return looksAround();
    }

    /** What bears this name on the page itself, else in the frame around it. */
    private Locator named(AriaRole role, String name) {
        Locator within = page.locator("#main")
                .getByRole(role, new Locator.GetByRoleOptions().setName(name).setExact(true));
        return within.count() > 0
                ? within.first()
                : page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true))
                        .first();
    }

    /** Writes into the field of that label, a required one or not. */
    Visitor fills(String label, String value) {
        field(label).fill(value);
        return this;
    }

    /** Writes letter by letter, as pages that answer while one types expect it. */
    Visitor types(String label, String value) {
        field(label).pressSequentially(value);
        return this;
    }

    Visitor picks(String label, String option) {
        field(label).selectOption(new SelectOption().setLabel(option));
        return this;
    }

    /** Ticks the box, or chooses the one of several, whose label begins so. */
    Visitor chooses(String label) {
        page.getByLabel(Pattern.compile("^\\s*" + label)).check();
        return this;
    }

    /** Answers the question for a parameter of the regulation. */
    Visitor answers(String parameter, String value) {
        page.locator("[name='p." + parameter + "']").fill(value);
        return this;
    }

    Visitor unfolds(String summary) {
        page.getByText(summary, new Page.GetByTextOptions().setExact(true)).click();
        return looksAround();
    }

    Visitor hands(String label, String file, String text) {
        field(label).setInputFiles(new FilePayload(file, "application/yaml", text.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    /** Carries a device that keeps passkeys, and agrees to whatever it asks. */
    Visitor carriesAnAuthenticator() {
        CDPSession session = context.newCDPSession(page);
        session.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject device = new JsonObject();
        device.add("options", options);
        session.send("WebAuthn.addVirtualAuthenticator", device);
        return this;
    }

    /** Presses what a script answers, until that text is there. */
    Visitor pressesAndWaits(String button, String text) {
        named(AriaRole.BUTTON, button).click();
        return becomes(text);
    }

    Visitor logsIn(String mail, String password) {
        return opens("/log-in").fills("メールアドレス", mail).fills("パスワード", password).presses("ログインする");
    }

    /** Follows a link to a file and takes it along. */
    byte[] takes(String link) {
        Download file = page.waitForDownload(() -> named(AriaRole.LINK, link).click());
        try {
            return Files.readAllBytes(file.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Locator field(String label) {
        Page.GetByLabelOptions exact = new Page.GetByLabelOptions().setExact(true);
        return page.getByLabel(label, exact).or(page.getByLabel(label + " 必須", exact));
    }

    // What people see.

    Visitor sees(String text) {
        assertThat(page.locator("body")).containsText(text);
        return this;
    }

    Visitor misses(String text) {
        assertThat(page.locator("body")).not().containsText(text);
        return this;
    }

    /** Reloads, as people do who wait for something, until the text is gone. */
    Visitor waitsForTheEndOf(String text, int seconds) {
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        while (page.locator("body").textContent().contains(text)) {
            assertThat(System.nanoTime())
                    .as("waited %d s for the end of %s", seconds, text)
                    .isLessThan(until);
            page.waitForTimeout(500);
            page.reload();
        }
        return looksAround();
    }

    /** Reloads, as people do who wait for something, until the text is there. */
    Visitor waitsFor(String text, int seconds) {
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        while (!page.locator("body").textContent().contains(text)) {
            assertThat(System.nanoTime())
                    .as("waited %d s for %s", seconds, text)
                    .isLessThan(until);
            page.waitForTimeout(500);
            page.reload();
        }
        return looksAround();
    }

    /** Waits for a file that something else writes. */
    Visitor waitsForFile(Path file, int seconds) {
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        while (!Files.exists(file)) {
            assertThat(System.nanoTime())
                    .as("waited %d s for %s", seconds, file)
                    .isLessThan(until);
            page.waitForTimeout(500);
        }
        return this;
    }

    /** What a page comes to by itself, without being loaded again. */
    Visitor becomes(String text) {
        return sees(text).looksAround();
    }

    /** It is not earlier than this now. */
    Visitor comesNotBefore(ZonedDateTime instant) {
        assertThat(ZonedDateTime.now()).isAfterOrEqualTo(instant);
        return this;
    }

    /** The path and question that stand in the address bar. */
    String place() {
        return page.url().substring(address.length());
    }

    Visitor isAt(String path) {
        assertThat(page.url().replaceFirst("\\?.*", "")).isEqualTo(address + path);
        return this;
    }

    /** Text that a person would select and copy. */
    String reads(String selector) {
        return page.locator(selector).first().textContent().strip();
    }

    private Visitor looksAround() {
        page.waitForLoadState();
        pages++;
        if (scripts) {
            complaints.addAll(Look.faults(page));
        }
        if (Boolean.getBoolean("journeys.pictures")) {
            Look.picture(page, Journeys.kept("pictures"), pictureName());
        }
        assertThat(complaints).as(name + " at " + page.url()).isEmpty();
        return this;
    }

    private String pictureName() {
        String path = page.url().substring(address.length()).replaceFirst("\\?.*", "");
        String place = path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id").replace('/', '_');
        return name + "-%02d%s".formatted(pages, place);
    }

    // The end.

    /** The cookies, for a later visit. */
    String cookies() {
        return context.storageState();
    }

    void leaves() {
        context.close();
    }

    /** Keeps what happened, for whoever looks for the fault. */
    void keeps(Path folder) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(folder.resolve(name + ".png")));
        context.tracing().stop(new Tracing.StopOptions().setPath(folder.resolve(name + "-trace.zip")));
    }
}
