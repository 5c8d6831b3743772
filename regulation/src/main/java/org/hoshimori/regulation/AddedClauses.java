package org.hoshimori.regulation;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.hoshimori.catalog.Clause;
import org.hoshimori.catalog.Duty;
import org.hoshimori.catalog.Entry;
import org.hoshimori.catalog.Layout;
import org.hoshimori.catalog.Modality;
import org.hoshimori.catalog.Mode;
import org.hoshimori.catalog.Origin;
import org.hoshimori.catalog.Words;
import org.jspecify.annotations.Nullable;

/** Clauses of the operator's own. */
final class AddedClauses {

    private AddedClauses() {}

    /** An own clause's id begins with where it stands and goes on with {@code x-}, so that it never meets a later catalog's. */
    static boolean wellNamed(Tailoring.Addition addition) {
        return addition.id().startsWith(addition.within())
                && addition.id().substring(addition.within().length()).matches("[-.]x-[a-z0-9-]{1,40}");
    }

    /** Whether its codes are known; reports those that are not. */
    static boolean wellWorded(Tailoring.Addition addition, Set<String> posts, List<Misfit> misfits) {
        int before = misfits.size();
        known(addition, "modality", addition.modality(), codes(Modality.values(), Modality::code), misfits);
        known(addition, "mode", addition.mode(), codes(Mode.values(), Mode::code), misfits);
        for (String actor : addition.actors()) {
            known(addition, "actor", actor, posts.stream().sorted().toList(), misfits);
        }
        return misfits.size() == before;
    }

    private static <T> List<String> codes(T[] all, Function<T, String> code) {
        return Arrays.stream(all).map(code).toList();
    }

    private static void known(
            Tailoring.Addition addition, String key, @Nullable String given, List<String> known, List<Misfit> misfits) {
        if (given != null && !known.contains(given)) {
            misfits.add(
                    new Misfit(addition.place(), "unknown-code", addition.id(), given, String.join(", ", known), key));
        }
    }

    static Clause clause(Tailoring.Addition addition, Words words) {
        Duty duty = new Duty(
                addition.id(),
                Layout.BULLET,
                words,
                code(addition.modality(), Modality.MUST),
                addition.actors().isEmpty() ? List.of("all-employees") : addition.actors(),
                "comply",
                "own-clause",
                "always",
                null,
                addition.record() == null ? "none" : addition.record(),
                addition.mode() == null ? Mode.TEXT : Mode.of(addition.mode()),
                null,
                false,
                false,
                Origin.OURS);
        return new Clause(
                addition.id(), null, addition.title(), false, List.of(), null, false, false, List.of(), List.of(duty));
    }

    private static Modality code(@Nullable String code, Modality otherwise) {
        return code == null ? otherwise : Modality.of(code);
    }

    /** Where it goes among the entries that stand: after the one named, else at the end. */
    static int position(List<Entry> entries, Tailoring.Addition addition, List<Misfit> misfits) {
        if (addition.after() == null) {
            return entries.size();
        }
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).id().equals(addition.after())) {
                return i + 1;
            }
        }
        misfits.add(new Misfit(addition.place(), "unknown-clause", addition.after()));
        return entries.size();
    }
}
