package org.hoshimori.oscal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Applies a profile's settings and alterations to the arranged controls, in one pass. */
final class Modifying {

    private final OscalReader.Loaded from;
    private final Profile profile;
    private final List<ResolutionWarning> warnings;
    private final Map<String, List<SetParameter>> settings = new LinkedHashMap<>();
    private final Map<String, List<Alter>> alters = new LinkedHashMap<>();
    private final Set<String> parametersMet = new HashSet<>();
    private final Set<String> controlsMet = new HashSet<>();

    Modifying(OscalReader.Loaded from, Profile profile, List<ResolutionWarning> warnings) {
        this.from = from;
        this.profile = profile;
        this.warnings = warnings;
        profile.setParameters()
                .forEach(s -> settings.computeIfAbsent(s.paramId(), _ -> new ArrayList<>())
                        .add(s));
        profile.alters()
                .forEach(a -> alters.computeIfAbsent(a.controlId(), _ -> new ArrayList<>())
                        .add(a));
    }

    Structuring.Body apply(Structuring.Body body) {
        if (settings.isEmpty() && alters.isEmpty()) {
            return body;
        }
        Structuring.Body result = new Structuring.Body(
                params(body.params()),
                body.groups().stream().map(this::group).toList(),
                body.controls().stream().map(this::control).toList());
        profile.setParameters().stream()
                .filter(s -> !parametersMet.contains(s.paramId()))
                .forEach(s -> warn(s, "oscal.warn.no-parameter", s.paramId()));
        profile.alters().stream()
                .filter(a -> !controlsMet.contains(a.controlId()))
                .forEach(a -> warn(a, "oscal.warn.no-control", a.controlId()));
        return result;
    }

    private void warn(Object directive, String code, String... arguments) {
        warnings.add(new ResolutionWarning(from.file(), from.line(directive), code, List.of(arguments)));
    }

    private Group group(Group group) {
        return group.withParams(params(group.params()))
                .withMembers(
                        group.groups().stream().map(this::group).toList(),
                        group.controls().stream().map(this::control).toList());
    }

    private Control control(Control control) {
        Control result = control.withParams(params(control.params()))
                .withControls(control.controls().stream().map(this::control).toList());
        for (Alter alter : alters.getOrDefault(control.id(), List.of())) {
            controlsMet.add(control.id());
            for (Alter.Remove remove : alter.removes()) {
                Altering.Altered altered = Altering.remove(result, remove);
                result = altered.control();
                if (!altered.found()) {
                    warn(alter, "oscal.warn.remove", control.id());
                }
            }
            for (Alter.Add add : alter.adds()) {
                Altering.Altered altered = Altering.add(result, add);
                result = altered.control();
                if (!altered.found()) {
                    warn(alter, "oscal.warn.add", control.id(), String.valueOf(add.byId()));
                }
            }
        }
        return result;
    }

    private List<Param> params(List<Param> params) {
        return settings.isEmpty() ? params : params.stream().map(this::param).toList();
    }

    private Param param(Param param) {
        Param result = param;
        for (SetParameter set : settings.getOrDefault(param.id(), List.of())) {
            parametersMet.add(param.id());
            result = set(result, set);
        }
        return result;
    }

    /** Values or a choice replace values and choice; label, class and usage replace; everything else is added. */
    private static Param set(Param param, SetParameter set) {
        boolean valued = !set.values().isEmpty() || set.select() != null;
        return new Param(
                param.id(),
                or(set.className(), param.className()),
                or(set.dependsOn(), param.dependsOn()),
                added(
                        param.props(),
                        set.props(),
                        (a, b) -> a.uuid() != null && a.uuid().equals(b.uuid())),
                added(param.links(), set.links(), Link::equals),
                or(set.label(), param.label()),
                or(set.usage(), param.usage()),
                added(param.constraints(), set.constraints(), Param.Constraint::equals),
                added(param.guidelines(), set.guidelines(), Param.Guideline::equals),
                valued ? set.values() : param.values(),
                valued ? set.select() : param.select(),
                param.remarks(),
                param.extra());
    }

    private static @Nullable String or(@Nullable String set, @Nullable String old) {
        return set == null ? old : set;
    }

    /** New ones after the old ones; one that is the same as an old one takes its place. */
    private static <T> List<T> added(List<T> old, List<T> more, BiFunction<T, T, Boolean> same) {
        if (more.isEmpty()) {
            return old;
        }
        List<T> all = new ArrayList<>(old);
        for (T item : more) {
            all.removeIf(o -> same.apply(o, item));
            all.add(item);
        }
        return all;
    }

    /** Who set what, in order. */
    Map<String, List<ParameterOrigin>> origins() {
        Map<String, List<ParameterOrigin>> origins = new HashMap<>();
        settings.forEach((id, sets) -> {
            if (parametersMet.contains(id)) {
                origins.put(
                        id,
                        sets.stream()
                                .map(s -> new ParameterOrigin(
                                        id, profile.metadata().title(), from.file(), from.line(s), s))
                                .toList());
            }
        });
        return origins;
    }
}
