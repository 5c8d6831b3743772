package org.hoshimori.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** How a page looks at a desk and on a phone, by day and by night, and what is wrong with it there. */
final class Look {

    private static final String AXE = axe();
    /** By night only colours differ: all rules (an empty list), or those named. */
    private static final String VIOLATIONS = """
            async (only) => (await axe.run(document, { resultTypes: ['violations'], ...(only.length ? { runOnly: only } : {}) })).violations
              .flatMap(v => v.nodes.map(n => v.id + ' – ' + v.help + ' – ' + n.html + ' – ' + n.failureSummary))""";
    private static final String TOO_WIDE = """
            () => {
              const wide = document.documentElement.clientWidth;
              return document.documentElement.scrollWidth <= wide ? []
                : [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > wide + 1)
                    .map(e => 'wider than the window: ' + e.outerHTML.slice(0, 160)).slice(0, 5);
            }""";

    /** What a page is built of, without its words and addresses. */
    private static final String BUILD = """
            () => [...document.querySelectorAll('*')].map(e => e.tagName
              + [...e.attributes].filter(a => !['value', 'href', 'action', 'content', 'src'].includes(a.name))
                  .map(a => a.name + '=' + a.value)
              + [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())).join(' ')""";

    private static final Set<Object> EXAMINED = ConcurrentHashMap.newKeySet();

    /** A way of looking. */
    private enum Way {
        DESK(1280, 800, ColorScheme.LIGHT),
        DESK_BY_NIGHT(1280, 800, ColorScheme.DARK),
        PHONE(390, 844, ColorScheme.LIGHT),
        PHONE_BY_NIGHT(390, 844, ColorScheme.DARK),
        WIDE(1680, 1000, ColorScheme.LIGHT);

        /** In which every page is looked at. */
        private static final List<Way> ALWAYS = List.of(DESK, DESK_BY_NIGHT, PHONE, PHONE_BY_NIGHT);

        private final int width;
        private final int height;
        private final ColorScheme scheme;

        Way(int width, int height, ColorScheme scheme) {
            this.width = width;
            this.height = height;
            this.scheme = scheme;
        }

        List<String> rules() {
            return scheme == ColorScheme.DARK ? List.of("color-contrast") : List.of();
        }

        void take(Page page) {
            page.setViewportSize(width, height);
            page.emulateMedia(
                    new Page.EmulateMediaOptions().setMedia(Media.SCREEN).setColorScheme(scheme));
        }
    }

    private Look() {}

    private static String axe() {
        try (InputStream in = Look.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Everything that is wrong with the page as it stands; it is seen from the desk again afterwards. Its width is measured
     * each time, but a page that is built like one before is not examined by axe again.
     */
    static List<String> faults(Page page) {
        List<String> faults = new ArrayList<>();
        boolean examined = !EXAMINED.add(page.evaluate(BUILD));
        if (!examined) {
            page.evaluate(AXE);
        }
        for (Way way : Way.ALWAYS) {
            if (examined && way != Way.PHONE) {
                continue;
            }
            way.take(page);
            faults.addAll(found(way, page.evaluate(TOO_WIDE)));
            if (!examined) {
                faults.addAll(found(way, page.evaluate(VIOLATIONS, way.rules())));
            }
        }
        Way.DESK.take(page);
        return faults;
    }

    /** A wide screen, on which more fits than beside each other otherwise. */
    static void widely(Page page) {
        Way.WIDE.take(page);
    }

    static void atTheDesk(Page page) {
        Way.DESK.take(page);
    }

    /** What is wrong with the page at the width that it has. */
    static List<String> faultsAsItIs(Page page) {
        page.evaluate(AXE);
        List<String> faults = new ArrayList<>(found(Way.WIDE, page.evaluate(TOO_WIDE)));
        faults.addAll(found(Way.WIDE, page.evaluate(VIOLATIONS, Way.WIDE.rules())));
        return faults;
    }

    private static List<String> found(Way way, Object faults) {
        return ((List<?>) faults).stream().map(f -> way + ": " + f).toList();
    }

    /** A picture of the whole page in each way. */
    static void picture(Page page, Path folder, String name) {
        for (Way way : Way.ALWAYS) {
            way.take(page);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(folder.resolve(
                            name + "-" + way.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".png")));
        }
        Way.DESK.take(page);
    }
}
