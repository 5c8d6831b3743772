package org.hoshimori.core.findings;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Which finding a form is about. */
@Component
class FindingAbout {

    private final FindingList list;
    private final FindingWords words;

    FindingAbout(FindingList list, FindingWords words) {
        this.list = list;
        this.words = words;
    }

    /** A finding as the head of a form names it. */
    record About(int check, String id, String clause, String title, String subject) {

        public String address() {
            return "/findings/" + check + "?subject=" + URLEncoder.encode(id, StandardCharsets.UTF_8);
        }

        String redirect() {
            return "redirect:" + address();
        }
    }

    About of(int check, String subject, Locale locale) {
        FindingList.Row row = list.find(check, subject).orElseThrow(() -> new FindingUnknown(subject));
        return new About(
                check,
                subject,
                row.clause(),
                row.title(locale.getLanguage()),
                words.names(List.of(subject), locale).getOrDefault(subject, subject));
    }
}
