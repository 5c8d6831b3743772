package org.hoshimori.core.estate;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hoshimori.catalog.parameters.AstParameters;
import org.hoshimori.core.regulation.RegulationInForce;
import org.hoshimori.core.regulation.Revision;
import org.hoshimori.regulation.Wording;
import org.springframework.stereotype.Component;

/** What the regulation in force calls the levels of confidentiality ({@code ast-1.1.b}). */
@Component
public class Levels {

    private final RegulationInForce regulation;

    Levels(RegulationInForce regulation) {
        this.regulation = regulation;
    }

    /** The words for the levels 1 to 3 in a language, in this order. */
    public List<String> words(Locale locale) {
        Revision now = regulation.now();
        Wording wording = now.wording(locale);
        return Stream.of(AstParameters.LABEL_1, AstParameters.LABEL_2, AstParameters.LABEL_3)
                .map(label -> now.value(label).map(wording::say).orElse(""))
                .toList();
    }

    /** The word for one of them. */
    public String word(int level, Locale locale) {
        return words(locale).get(level - 1);
    }
}
