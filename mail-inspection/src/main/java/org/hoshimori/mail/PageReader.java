package org.hoshimori.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** Reads what a message shows: its HTML as laid out for a reader, else its plain text. */
final class PageReader {

    static final int LONGEST = 400_000;
    private static final int DEEPEST = 400;
    private static final int MOST_LINKS = 500;
    private static final Pattern ADDRESS = Pattern.compile("(?i)\\b(?:https?://|www\\.)[^\\s<>\"'）」』】、。，]+");
    /** Ends a sentence, not an address. */
    private static final Pattern AFTER = Pattern.compile("[.,;:!?)\\]}>]+$");

    private static final Pattern TINY = Pattern.compile("\\s*0*[0-3](px)?\\s*");
    private static final Pattern HIDING = Pattern.compile(
            "display:none|visibility:hidden|font-size:[01](?:px|pt|em|%)?(?:;|$|!)|opacity:0(?:;|$|!)|text-indent:-\\d{3,}|max-height:0|mso-hide:all");

    private PageReader() {}

    static Page read(Mail mail) {
        String html = cut(mail.html());
        String plain = cut(mail.text());
        if (html.isBlank()) {
            return new Page(plain, "", addresses(plain), List.of(), false, 0, false, "", false);
        }
        Document document = Jsoup.parse(html, "", Parser.htmlParser().setMaxDepth(DEEPEST));
        Walk walk = new Walk();
        document.traverse(walk);
        String shown = walk.text.toString();
        List<Link> links = walk.links;
        if (links.size() < MOST_LINKS) {
            links.addAll(addresses(shown));
        }
        String text = shown.strip().length() < 20 && !plain.isBlank() ? plain + "\n" + shown : shown;
        return new Page(
                text,
                walk.hidden.toString(),
                links,
                walk.forms,
                walk.secret,
                walk.images,
                walk.script,
                walk.jumps,
                true);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** Addresses that stand in the text itself. */
    private static List<Link> addresses(String text) {
        List<Link> links = new ArrayList<>();
        Matcher found = ADDRESS.matcher(text).useTransparentBounds(true);
        int at = 0;
        while (at < text.length() && links.size() < MOST_LINKS) {
            // Looking first is several times as fast as the search of regular expressions.
            if ("hHwW".indexOf(text.charAt(at)) < 0
                    || !found.region(at, text.length()).lookingAt()) {
                at++;
                continue;
            }
            String raw = AFTER.matcher(found.group()).replaceFirst("");
            int start = at;
            Url.of(raw).filter(Url::web).ifPresent(url -> links.add(new Link(raw, raw, url.unwrapped(), false, start)));
            at = found.end();
        }
        return links;
    }

    private static final class Walk implements NodeVisitor {
        final StringBuilder text = new StringBuilder();
        final StringBuilder hidden = new StringBuilder();
        final List<Link> links = new ArrayList<>();
        final List<String> forms = new ArrayList<>();
        boolean secret;
        int images;
        boolean script;
        String jumps = "";
        private int hiddenBelow = -1;
        private int anchorAt = -1;
        private boolean anchorPicture;

        @Override
        public void head(Node node, int depth) {
            switch (node) {
                case TextNode words -> {
                    StringBuilder into = hiddenBelow >= 0 ? hidden : text;
                    if (into.length() < LONGEST) {
                        into.append(words.getWholeText());
                    }
                }
                case Element element -> open(element, depth);
                default -> {}
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                if (depth == hiddenBelow) {
                    hiddenBelow = -1;
                }
                if (element.nameIs("a")) {
                    closeAnchor(element);
                }
                if (element.isBlock() || element.nameIs("br")) {
                    text.append('\n');
                } else if (element.nameIs("td")) {
                    text.append(' ');
                }
            }
        }

        private void open(Element element, int depth) {
            if (hiddenBelow < 0 && hides(element)) {
                hiddenBelow = depth;
            }
            switch (element.normalName()) {
                case "a" -> {
                    anchorAt = text.length();
                    anchorPicture = false;
                }
                case "area" -> link(element.attr("href"), "", true, text.length());
                case "img" -> {
                    anchorPicture = true;
                    images += small(element) ? 0 : 1;
                }
                case "form" -> forms.add(element.attr("action").strip());
                case "input" -> secret |= asksSecret(element);
                case "script" -> script = true;
                case "meta" -> {
                    if (element.attr("http-equiv").equalsIgnoreCase("refresh")) {
                        String content = element.attr("content");
                        int at = content.toLowerCase(Locale.ROOT).indexOf("url=");
                        jumps = at < 0 ? jumps : content.substring(at + 4).strip();
                    }
                }
                default -> {}
            }
        }

        private void closeAnchor(Element anchor) {
            if (anchorAt < 0) {
                return;
            }
            String shown = text.substring(Math.min(anchorAt, text.length()));
            link(anchor.attr("href"), shown.strip().replaceAll("\\s+", " "), anchorPicture, anchorAt);
            anchorAt = -1;
        }

        private void link(String href, String shown, boolean picture, int at) {
            if (links.size() < MOST_LINKS && !href.isBlank()) {
                Optional<Url> url = Url.of(href);
                url.ifPresent(u -> links.add(new Link(shown, href.strip(), u.unwrapped(), picture, at)));
            }
        }

        private static boolean hides(Element element) {
            if (element.nameIs("script")
                    || element.nameIs("style")
                    || element.nameIs("title")
                    || element.hasAttr("hidden")) {
                return true;
            }
            String style = element.attr("style");
            return !style.isEmpty()
                    && HIDING.matcher(style.toLowerCase(Locale.ROOT).replace(" ", ""))
                            .find();
        }

        private static boolean small(Element image) {
            return tiny(image.attr("width")) || tiny(image.attr("height"));
        }

        private static boolean tiny(String size) {
            return !size.isEmpty() && TINY.matcher(size).matches();
        }

        private static boolean asksSecret(Element input) {
            String about = (input.attr("type") + " " + input.attr("name") + " " + input.attr("placeholder"))
                    .toLowerCase(Locale.ROOT);
            return about.contains("passw")
                    || about.contains("cardn")
                    || about.contains("cvv")
                    || about.contains("パスワード")
                    || about.contains("暗証");
        }
    }
}
