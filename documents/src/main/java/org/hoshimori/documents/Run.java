package org.hoshimori.documents;

import java.util.Set;

/** A stretch of words that prints in one way. */
public sealed interface Run {

    /** How the value of a parameter came to stand. */
    enum State {
        /** The operator has set it. */
        SET,
        /** The sample stands, and may. */
        SAMPLE,
        /** The operator must still fill it in: red in a draft. */
        FILL,
        /** The operator must still choose: blue in a draft. */
        CHOOSE
    }

    /** What else there is to know of a stretch of words. */
    enum Mark {
        /** Adapted for space operators: green background in a draft. */
        SPACE,
        /** The operator's own words, added or altered: marked in a draft. */
        OWN,
        /** Shown in the document's other language because this one has no words: marked always. */
        OTHER_LANGUAGE
    }

    /** The words that print. */
    String text();

    /** What is to be marked. */
    Set<Mark> marks();

    /** Words as they are. */
    record Text(String text, Set<Mark> marks) implements Run {
        /** Drops what cannot be printed. */
        public Text {
            text = CleanText.of(text);
            marks = Set.copyOf(marks);
        }
    }

    /**
     * A parameter's value.
     *
     * @param parameter its id
     * @param label what it is called
     */
    record Value(String parameter, String label, String text, State state, Set<Mark> marks) implements Run {
        /** Drops what cannot be printed. */
        public Value {
            label = CleanText.of(label);
            text = CleanText.of(text);
            marks = Set.copyOf(marks);
        }
    }

    /**
     * A reference to a clause of the same document.
     *
     * @param clause the clause's id; where no block or chapter has it, the words print without a link
     */
    record Link(String clause, String text, Set<Mark> marks) implements Run {
        /** Drops what cannot be printed. */
        public Link {
            text = CleanText.of(text);
            marks = Set.copyOf(marks);
        }
    }

    /** A line ends here. */
    record Break() implements Run {
        @Override
        public String text() {
            return "\n";
        }

        @Override
        public Set<Mark> marks() {
            return Set.of();
        }
    }
}
