package org.hoshimori.core.regulation;

import java.util.List;
import java.util.Optional;
import org.hoshimori.core.api.Caller;
import org.hoshimori.core.api.Filter;
import org.hoshimori.core.api.Found;
import org.hoshimori.core.api.Resource;
import org.hoshimori.core.api.Wish;
import org.hoshimori.regulation.Setting;
import org.hoshimori.regulation.Wording;
import org.springframework.stereotype.Component;

/** The values of the regulation in force, served to everybody. */
@Component
class ParameterResource implements Resource<ParameterTold> {

    private static final int PAGE = 50;

    private final RegulationInForce inForce;

    ParameterResource(RegulationInForce inForce) {
        this.inForce = inForce;
    }

    @Override
    public String code() {
        return "parameters";
    }

    @Override
    public String scope() {
        return "regulation";
    }

    @Override
    public Class<ParameterTold> type() {
        return ParameterTold.class;
    }

    @Override
    public String id(ParameterTold shown) {
        return shown.id();
    }

    @Override
    public List<Filter> filters() {
        return List.of(Filter.text("chapter"));
    }

    @Override
    public Found<ParameterTold> page(Wish wish, Caller caller) {
        Revision now = inForce.now();
        Wording wording = now.wording(caller.locale());
        String chapter = wish.text("chapter");
        List<ParameterTold> all = now.regulation().settings().stream()
                .filter(s -> chapter.isEmpty() || s.parameter().id().matches(chapterOf(chapter)))
                .map(s -> told(s, wording, now))
                .toList();
        return Found.part(all, wish.page(), PAGE);
    }

    private static String chapterOf(String chapter) {
        return java.util.regex.Pattern.quote(chapter) + "[-_].*";
    }

    @Override
    public Optional<ParameterTold> find(String id, Caller caller) {
        Revision now = inForce.now();
        return now.regulation().setting(id).map(s -> told(s, now.wording(caller.locale()), now));
    }

    private static ParameterTold told(Setting setting, Wording wording, Revision now) {
        return new ParameterTold(
                setting.parameter().id(),
                wording.say(setting.parameter().label()),
                wording.value(setting),
                setting.state() == Setting.State.SET,
                now.id());
    }
}
