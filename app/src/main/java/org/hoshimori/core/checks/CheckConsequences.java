package org.hoshimori.core.checks;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hoshimori.core.regulation.Consequence;
import org.hoshimori.core.regulation.Revision;
import org.hoshimori.regulation.Regulation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Which subjects would fail a check under another regulation that pass it now, and the other way round: every check whose
 * parameters differ, or whose clause comes or goes, is tried with both; nothing is kept.
 */
@Component
class CheckConsequences implements Consequence {

    private static final Logger LOG = LoggerFactory.getLogger(CheckConsequences.class);
    private static final String ALARM = "alarm";

    private final CheckFiles files;
    private final ChecksLogIn logIn;
    private final CheckTrial trial;
    private final Clock clock;

    CheckConsequences(CheckFiles files, ChecksLogIn logIn, CheckTrial trial, Clock clock) {
        this.files = files;
        this.logIn = logIn;
        this.trial = trial;
        this.clock = clock;
    }

    @Override
    public List<Effect> of(Regulation now, Regulation draft, Instant at) {
        Revision before = new Revision(-1, Instant.EPOCH, "", now);
        Revision after = new Revision(-1, Instant.EPOCH, "", draft);
        Map<String, String> texts = new TreeMap<>(CheckFiles.shipped());
        texts.putAll(files.own());
        List<Effect> effects = new ArrayList<>();
        texts.forEach((name, text) -> {
            try {
                CheckFile file = CheckFile.read(name, name.startsWith(CheckFiles.OWN), text);
                Map<String, String> types = Values.types(file.select());
                boolean stood = now.clause(file.clause()).isPresent();
                boolean stands = draft.clause(file.clause()).isPresent();
                if (stood != stands || !Values.all(types, before).equals(Values.all(types, after))) {
                    Checking check = new Checking(0, file, Probe.of(file, logIn), types);
                    tell(
                            effects,
                            file,
                            stood ? alarms(check, before) : Set.of(),
                            stands ? alarms(check, after) : Set.of());
                }
            } catch (CheckRefused why) {
                // Whoever keeps the check sees why it does not run; here it has nothing to say.
                LOG.debug("{} can't be tried: {}", name, why.fault());
            }
        });
        return effects;
    }

    private Set<String> alarms(Checking check, Revision revision) throws CheckRefused {
        return trial.rows(check, revision, LocalDate.now(clock)).stream()
                .filter(r -> r.status().equals(ALARM))
                .map(CheckTrial.Row::subject)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void tell(List<Effect> effects, CheckFile file, Set<String> before, Set<String> after) {
        String title = LocaleContextHolder.getLocale().getLanguage().equals("en") ? file.titleEn() : file.titleJa();
        add(effects, "consequence.finding", title, file, without(after, before));
        add(effects, "consequence.finding-gone", title, file, without(before, after));
    }

    private static List<String> without(Set<String> all, Set<String> others) {
        return all.stream().filter(s -> !others.contains(s)).toList();
    }

    private static void add(List<Effect> effects, String message, String title, CheckFile file, List<String> subjects) {
        if (!subjects.isEmpty()) {
            effects.add(new Effect(
                    Kind.FINDING, message, List.of(title, subjects.size()), subjects, "/posture/" + file.clause()));
        }
    }
}
