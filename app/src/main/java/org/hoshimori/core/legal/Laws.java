package org.hoshimori.core.legal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.hoshimori.catalog.Value;
import org.hoshimori.catalog.parameters.RegParameters;
import org.hoshimori.core.regulation.RegulationInForce;
import org.hoshimori.core.regulation.Revision;
import org.hoshimori.regulation.Setting;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The laws that fix how some assets are handled ({@code ast-1.1.e}): those that the regulation in force names, and others. */
@Component
public class Laws {

    /** A law or directive that the regulation does not name. */
    public static final String OTHER = "other";

    private final RegulationInForce regulation;
    private final MessageSource messages;

    Laws(RegulationInForce regulation, MessageSource messages) {
        this.regulation = regulation;
        this.messages = messages;
    }

    /** The codes that an asset may have, with what they are called, in the order of the regulation. */
    public Map<String, String> titles(Locale locale) {
        Revision now = regulation.now();
        Map<String, String> titles = new LinkedHashMap<>();
        now.regulation()
                .setting(RegParameters.LAWS.id())
                .ifPresent(laws -> codes(laws)
                        .forEach(code -> titles.put(
                                code, now.wording(locale).value(laws.parameter(), new Value.OfCodes(List.of(code))))));
        titles.put(OTHER, messages.getMessage("law.other", null, locale));
        return titles;
    }

    private static Stream<String> codes(Setting laws) {
        return laws.value() instanceof Value.OfCodes(List<String> codes) ? codes.stream() : Stream.of();
    }
}
