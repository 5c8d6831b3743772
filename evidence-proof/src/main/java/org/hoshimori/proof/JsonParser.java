package org.hoshimori.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Strict RFC 8259 with the restrictions of I-JSON; each refusal has its line and column. */
final class JsonParser {

    private static final int DEEPEST = 64;
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");

    private final String text;
    private int at;
    private int depth;

    JsonParser(String text) {
        this.text = text;
    }

    Json document() {
        Json value = value();
        blanks();
        if (at < text.length()) {
            throw refuse("json.after-end", at);
        }
        return value;
    }

    private Json value() {
        blanks();
        return switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> new Json.Str(string());
            case 't' -> word("true", new Json.Bool(true));
            case 'f' -> word("false", new Json.Bool(false));
            case 'n' -> word("null", new Json.Null());
            default -> number();
        };
    }

    private Json object() {
        enter();
        TreeMap<String, Json> members = new TreeMap<>();
        if (closes('}')) {
            return new Json.Obj(members);
        }
        do {
            blanks();
            int start = at;
            String name = string();
            blanks();
            take(':');
            if (members.put(name, value()) != null) {
                throw refuse("json.name-twice", start, name);
            }
        } while (goesOn('}'));
        return new Json.Obj(members);
    }

    private Json array() {
        enter();
        List<Json> values = new ArrayList<>();
        if (closes(']')) {
            return new Json.Arr(values);
        }
        do {
            values.add(value());
        } while (goesOn(']'));
        return new Json.Arr(values);
    }

    private void enter() {
        if (++depth > DEEPEST) {
            throw refuse("json.too-deep", at, DEEPEST);
        }
        at++;
    }

    private boolean closes(char end) {
        blanks();
        if (peek() != end) {
            return false;
        }
        at++;
        depth--;
        return true;
    }

    private boolean goesOn(char end) {
        if (closes(end)) {
            return false;
        }
        take(',');
        return true;
    }

    private String string() {
        int start = at;
        take('"');
        StringBuilder out = new StringBuilder();
        while (true) {
            char c = peek();
            if (c < 0x20) {
                throw refuse("json.control", at);
            }
            at++;
            if (c == '"') {
                break;
            }
            out.append(c == '\\' ? escaped() : c);
        }
        String string = out.toString();
        try {
            return new Json.Str(string).value();
        } catch (ProofRefused e) {
            throw refuse(e.problem().code(), start);
        }
    }

    private char escaped() {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hex();
            default -> throw refuse("json.escape", at - 1);
        };
    }

    private char hex() {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            char c = peek();
            int digit = c < 0x80 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw refuse("json.escape", at);
            }
            code = code * 16 + digit;
            at++;
        }
        return (char) code;
    }

    private Json number() {
        int start = at;
        Matcher matcher = NUMBER.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw refuse("json.syntax", at);
        }
        at = matcher.end();
        double value = Double.parseDouble(matcher.group());
        if (Double.isInfinite(value)) {
            throw refuse("json.not-finite", start);
        }
        return new Json.Num(value);
    }

    private Json word(String word, Json value) {
        if (!text.startsWith(word, at)) {
            throw refuse("json.syntax", at);
        }
        at += word.length();
        return value;
    }

    private void take(char c) {
        if (peek() != c) {
            throw refuse("json.syntax", at);
        }
        at++;
    }

    private char peek() {
        if (at >= text.length()) {
            throw refuse("json.ends-early", at);
        }
        return text.charAt(at);
    }

    private void blanks() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private ProofRefused refuse(String code, int offset, Object... arguments) {
        int line = 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
        int column = offset - text.lastIndexOf('\n', offset - 1);
        return new ProofRefused("", line, column, Problem.of(code, arguments));
    }
}
