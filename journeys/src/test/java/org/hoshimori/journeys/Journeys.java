package org.hoshimori.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test its {@link Journey}, in one browser for all, and keeps picture and trace of those that fail. */
final class Journeys implements ParameterResolver, AfterTestExecutionCallback {

    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(Journeys.class);

    /** The browser, and the company that journeys share. */
    static final class House implements AutoCloseable {
        private final Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        private final Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("journeys.chromium", "/usr/bin/chromium")))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        private Served company;
        private String session;

        Browser browser() {
            return browser;
        }

        /** A server with its first administrator, for all journeys that can live beside others. */
        synchronized Served company() {
            if (company == null) {
                company = Served.fromNothing();
                Visitor founder = new Visitor("founder", company.address(), browser, true, null);
                founder.opens(company.firstLink());
                Journey.ADMINISTRATOR.enters(founder);
                try {
                    Journey.ADMINISTRATOR.enrols(founder);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                session = founder.cookies();
                founder.leaves();
            }
            return company;
        }

        /** The session of the company's administrator, so that nobody waits for the next code. */
        String administratorsSession() {
            company();
            return session;
        }

        @Override
        public void close() {
            playwright.close();
            if (company != null) {
                company.close();
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Journey.class;
    }

    @Override
    public Journey resolveParameter(ParameterContext parameter, ExtensionContext context) {
        House house = context.getRoot().getStore(OURS).computeIfAbsent(House.class, c -> new House(), House.class);
        return context.getStore(OURS).computeIfAbsent(Journey.class, c -> new Journey(house), Journey.class);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) throws IOException {
        Journey journey = context.getStore(OURS).get(Journey.class, Journey.class);
        if (context.getExecutionException().isPresent()) {
            journey.keeps(kept(context.getRequiredTestClass().getSimpleName() + "."
                    + context.getRequiredTestMethod().getName()));
        }
    }

    /** A folder for what is kept of a run. */
    static Path kept(String name) {
        try {
            return Files.createDirectories(
                    Path.of(System.getProperty("journeys.kept")).resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
