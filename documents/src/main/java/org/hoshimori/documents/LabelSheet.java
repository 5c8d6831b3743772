package org.hoshimori.documents;

import java.util.List;
import org.hoshimori.catalog.Lang;

/**
 * Labels to stick on cabinets, binders and media: ten on a sheet of A4, two beside each other.
 *
 * @param title what the file is called in its properties
 */
public record LabelSheet(Lang lang, String title, List<Label> labels) {

    /** Keeps its own copy. */
    public LabelSheet {
        labels = List.copyOf(labels);
    }

    /**
     * A label.
     *
     * @param mark what must be seen from afar: how confidential it is
     * @param grade 1 to 3, the higher the heavier the frame
     * @param name of what it sticks on, or empty where that may not be told
     * @param code by which it is found, in letters and digits
     * @param picture the code for a camera, square
     * @param lines smaller, below
     */
    public record Label(String mark, int grade, String name, String code, Logo picture, List<String> lines) {

        /** Keeps its own copy. */
        public Label {
            lines = List.copyOf(lines);
        }
    }
}
