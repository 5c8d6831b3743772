package org.hoshimori.core.checks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes the checks that there are into the database, and drops those that are gone. */
@Component
class CheckRegister {

    private final CheckFiles files;
    private final Definitions definitions;
    private final Findings findings;
    private final ChecksLogIn logIn;
    private final ApplicationEventPublisher events;

    CheckRegister(
            CheckFiles files,
            Definitions definitions,
            Findings findings,
            ChecksLogIn logIn,
            ApplicationEventPublisher events) {
        this.files = files;
        this.definitions = definitions;
        this.findings = findings;
        this.logIn = logIn;
        this.events = events;
    }

    /** All checks that can run, as the files say now. */
    @Transactional
    public List<Checking> take() {
        Map<String, String> texts = new TreeMap<>(CheckFiles.shipped());
        texts.putAll(files.own());
        Map<String, Definition> known = new TreeMap<>();
        definitions.all().forEach(d -> known.put(d.name(), d));
        List<Checking> taken = new ArrayList<>();
        texts.forEach((name, text) -> {
            Checking checking = take(name, text, known.get(name));
            if (checking != null) {
                taken.add(checking);
            }
        });
        Set<String> gone = new HashSet<>(known.keySet());
        gone.removeAll(texts.keySet());
        known.values().stream()
                .filter(d -> gone.contains(d.name()) && d.state() != Definition.State.GONE)
                .forEach(d -> {
                    definitions.gone(d.id());
                    findings.clear(d.id());
                    events.publishEvent(new CheckEvent.Dropped(d.name()));
                });
        return taken;
    }

    private @Nullable Checking take(String name, String text, @Nullable Definition before) {
        CheckFile file = null;
        boolean own = name.startsWith(CheckFiles.OWN);
        try {
            file = CheckFile.read(name, own, text);
            Probe.Shape shape = Probe.of(file, logIn);
            Definition kept = definitions.keep(file, shape);
            tell(before, kept, "");
            return new Checking(kept.id(), file, shape, Values.types(file.select()));
        } catch (CheckRefused why) {
            Definition kept = definitions.refuse(name, own, text, file, why);
            findings.clear(kept.id());
            definitions.idle(kept.id());
            tell(before, kept, why.fault().code());
            return null;
        }
    }

    private void tell(@Nullable Definition before, Definition now, String fault) {
        if (before == null || !before.digest().equals(now.digest()) || before.state() != now.state()) {
            events.publishEvent(new CheckEvent.Taken(now.name(), now.digest(), fault));
        }
    }
}
