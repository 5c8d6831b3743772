package org.hoshimori.core.revision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.Values;
import org.hoshimori.catalog.Words;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.Setting;
import org.hoshimori.regulation.TailoringText;
import org.hoshimori.regulation.Wording;
import org.springframework.util.MultiValueMap;

/** Reads what somebody has entered for the questions of a chapter, and says what of it changes the tailoring. */
final class Answers {

    private final Lang lang;
    private final MultiValueMap<String, String> entered;
    private final Map<String, UnaryOperator<TailoringText>> edits = new LinkedHashMap<>();
    private final List<Question> questions = new ArrayList<>();
    private boolean wrong;

    private Answers(Lang lang, MultiValueMap<String, String> entered) {
        this.lang = lang;
        this.entered = entered;
    }

    /**
     * What was entered.
     *
     * @param entered of each question {@code p.}id, and {@code o.}id for its other language or unit; what is not sent is left
     *     as it is
     */
    static Answers of(List<Setting> asked, Regulation regulation, Lang lang, MultiValueMap<String, String> entered) {
        Answers answers = new Answers(lang, entered);
        Wording wording = new Wording(regulation, lang);
        asked.forEach(setting -> answers.read(setting, Question.of(setting, regulation, wording, lang)));
        return answers;
    }

    /** Ids of what was changed. */
    List<String> changed() {
        return List.copyOf(edits.keySet());
    }

    /** The questions with what was entered, and what is wrong with it. */
    List<Question> questions() {
        return List.copyOf(questions);
    }

    boolean wrong() {
        return wrong;
    }

    /** The tailoring with all that was changed. */
    TailoringText applied(TailoringText before) {
        TailoringText after = before;
        for (UnaryOperator<TailoringText> edit : edits.values()) {
            after = edit.apply(after);
        }
        return after;
    }

    private void read(Setting setting, Question question) {
        String id = question.id();
        List<String> sent = entered.get("p." + id);
        if (sent == null) {
            questions.add(question);
            return;
        }
        List<String> texts =
                sent.stream().map(String::strip).filter(t -> !t.isEmpty()).toList();
        String other =
                Optional.ofNullable(entered.getFirst("o." + id)).orElse("").strip();
        boolean same =
                texts.equals(question.texts().stream().filter(t -> !t.isEmpty()).toList())
                        && (other.equals(question.other())
                                || (texts.isEmpty() && question.kind().equals("span")));
        if (same) {
            questions.add(question);
        } else if (texts.isEmpty() && (other.isEmpty() || !question.kind().equals("text"))) {
            edits.put(id, t -> t.sample(id));
            questions.add(question.with(List.of(""), other, Optional.empty()));
        } else {
            written(setting, question, texts, other);
        }
    }

    private void written(Setting setting, Question question, List<String> texts, String other) {
        String id = question.id();
        if (question.kind().equals("text")) {
            String own = texts.isEmpty() ? null : texts.getFirst();
            String theirs = other.isEmpty() ? null : other;
            edits.put(id, t -> t.words(id, lang == Lang.JA ? new Words(own, theirs) : new Words(theirs, own)));
            questions.add(question.with(texts, other, Optional.empty()));
            return;
        }
        List<String> values =
                question.kind().equals("span") ? List.of(new Question.Length(texts.getFirst(), other).iso()) : texts;
        List<String> codes =
                question.choices().stream().map(Question.Choice::code).toList();
        try {
            Values.parse(setting.parameter().type(), codes, values);
            edits.put(id, t -> t.value(id, values));
            questions.add(question.with(texts, other, Optional.empty()));
        } catch (IllegalArgumentException e) {
            wrong = true;
            questions.add(question.with(texts, other, Optional.of("draft.wrong." + question.kind())));
        }
    }
}
