package org.hoshimori.mail;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Phrases by what they are about, in the languages of the list. */
final class Cues {

    private static final int EARLY = 4_000;
    private final Phrases phrases;
    private final List<Cue> cueOf;

    private Cues(List<String> phrases, List<Cue> cueOf) {
        this.phrases = new Phrases(phrases);
        this.cueOf = cueOf;
    }

    /** From sections {@code [cue]} with lines {@code language: phrase | phrase}. */
    static Cues of(List<String> lines) {
        Map<String, Cue> sections = new HashMap<>();
        for (Cue cue : Cue.values()) {
            sections.put(cue.section(), cue);
        }
        List<String> phrases = new ArrayList<>();
        List<Cue> of = new ArrayList<>();
        Cue cue = null;
        Set<String> seen = new HashSet<>();
        for (String line : lines) {
            if (line.startsWith("[") && line.endsWith("]")) {
                cue = sections.get(line.substring(1, line.length() - 1));
                seen.clear();
            } else if (line.indexOf(':') == 2 && cue != null) {
                for (String phrase : line.substring(3).split("\\|", -1)) {
                    String folded = Folded.of(phrase.strip()).text().toString();
                    if (!folded.isEmpty() && seen.add(folded)) {
                        phrases.add(folded);
                        of.add(cue);
                    }
                }
                continue;
            }
            if (cue == null) {
                throw new ContextRefused("context.cues", line);
            }
        }
        return new Cues(phrases, List.copyOf(of));
    }

    /** All cues of a message. */
    Found in(Folded subject, Folded text) {
        Found found = new Found();
        collect("subject", subject, found);
        collect("body", text, found);
        return found;
    }

    private void collect(String part, Folded folded, Found found) {
        List<int[]> spans = new ArrayList<>();
        List<int[]> neutral = new ArrayList<>();
        phrases.find(folded.text(), (phrase, start, end) -> {
            if (cueOf.get(phrase) == Cue.NEUTRAL) {
                neutral.add(new int[] {start, end});
            } else {
                spans.add(new int[] {phrase, start, end});
            }
        });
        Map<Cue, Integer> lastEnd = new EnumMap<>(Cue.class);
        int[] earliest = earliest(neutral);
        int next = 0;
        for (int[] each : spans) {
            Cue cue = cueOf.get(each[0]);
            // Both are in the order of their ends: what could hold this one ends no earlier.
            while (next < neutral.size() && neutral.get(next)[1] < each[2]) {
                next++;
            }
            boolean swallowed = next < neutral.size() && earliest[next] <= each[1];
            // One place is one hit, however many phrases of a cue read it.
            if (!swallowed && each[1] >= lastEnd.getOrDefault(cue, 0)) {
                lastEnd.put(cue, each[2]);
                found.add(
                        cue,
                        new Hit(part, folded.origin(each[1]), folded.origin(each[2]), words(folded, each[1], each[2])));
            }
        }
    }

    /** Where the earliest of each and those behind it begins. */
    private static int[] earliest(List<int[]> spans) {
        int[] earliest = new int[spans.size()];
        int least = Integer.MAX_VALUE;
        for (int i = spans.size() - 1; i >= 0; i--) {
            least = Math.min(least, spans.get(i)[0]);
            earliest[i] = least;
        }
        return earliest;
    }

    private static String words(Folded text, int start, int end) {
        return text.text().subSequence(start, end).toString();
    }

    /** One phrase in its place; {@code words} as folded. */
    record Hit(String part, int start, int end, String words) {
        String where() {
            return part + ":" + start + "-" + end;
        }
    }

    /** The first few hits of each cue, and how many different phrases. */
    static final class Found {
        private final Map<Cue, Hit> first = new EnumMap<>(Cue.class);
        private final Map<Cue, Set<String>> different = new EnumMap<>(Cue.class);

        private void add(Cue cue, Hit hit) {
            first.putIfAbsent(cue, hit);
            Set<String> words = different.computeIfAbsent(cue, _ -> new HashSet<>());
            if (words.size() < 50) {
                words.add(hit.words());
            }
        }

        boolean has(Cue cue) {
            return first.containsKey(cue);
        }

        /** How many different phrases of this cue. */
        int count(Cue cue) {
            Set<String> words = different.get(cue);
            return words == null ? 0 : words.size();
        }

        boolean inSubject(Cue cue) {
            Hit hit = first.get(cue);
            return hit != null && hit.part().equals("subject");
        }

        /** In the subject, or early enough in the text to be what the mail is about. */
        boolean early(Cue cue) {
            Hit hit = first.get(cue);
            return hit != null && (hit.part().equals("subject") || hit.start() < EARLY);
        }

        /** Of a cue that it has. */
        Hit hit(Cue cue) {
            Hit hit = first.get(cue);
            if (hit == null) {
                throw new IllegalStateException(cue.name());
            }
            return hit;
        }
    }
}
