package org.hoshimori.regulation;

/** A piece of a sentence of the regulation, in one language, with its values inserted. */
public sealed interface Piece {

    /** The words that print. */
    String text();

    /** Words as they are. */
    record Plain(String text) implements Piece {}

    /** A parameter's value. */
    record Inserted(String parameter, String text, Setting.State state) implements Piece {}

    /** A reference to a clause; not a link where the clause does not stand in the regulation. */
    record Reference(String clause, String text, boolean stands) implements Piece {}

    /** A line ends here. */
    record Break() implements Piece {
        @Override
        public String text() {
            return "\n";
        }
    }
}
