package org.hoshimori.core.sheets;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What people call columns and what they write in them, from the messages: the words of one thing stand behind bars, the usual one first. */
@Component
public class Vocabulary {

    private static final Pattern BAR = Pattern.compile("\\|");

    private final MessageSource messages;

    /** Takes its words from these messages. */
    public Vocabulary(MessageSource messages) {
        this.messages = messages;
    }

    /** A column of free text that newcomers must have; its words are the message {@code column.REGISTER.CODE}. */
    public Field required(String register, String code) {
        return field(register, code, true, false, true, List.of());
    }

    /** A column of free text. */
    public Field free(String register, String code) {
        return field(register, code, false, false, true, List.of());
    }

    /** A column of free text of several lines. */
    public Field lines(String register, String code) {
        return field(register, code, false, true, true, List.of());
    }

    /** A column that is understood but not written. */
    public Field understood(String register, String code) {
        return field(register, code, false, false, false, List.of());
    }

    /** A column that says one of several things. */
    public Field choice(String register, String code, List<Field.Choice> choices) {
        return field(register, code, false, false, true, choices);
    }

    /** Something that a column may say; its words are the message {@code choice.KIND.CODE}. */
    public Field.Choice choice(String kind, String code) {
        String key = "choice." + kind + "." + code;
        return new Field.Choice(code, words(key, Locale.JAPANESE), words(key, Locale.ENGLISH));
    }

    /** A message. */
    public String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private Field field(
            String register,
            String code,
            boolean required,
            boolean lines,
            boolean exported,
            List<Field.Choice> choices) {
        String key = "column." + register + "." + code;
        return new Field(
                code, required, lines, exported, words(key, Locale.JAPANESE), words(key, Locale.ENGLISH), choices);
    }

    private List<String> words(String key, Locale locale) {
        return Arrays.asList(BAR.split(messages.getMessage(key, null, locale)));
    }
}
