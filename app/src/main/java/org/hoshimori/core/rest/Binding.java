package org.hoshimori.core.rest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hoshimori.core.api.Act;
import org.hoshimori.core.api.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.MessageSource;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.ConversionService;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.validation.DataBinder;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.Validator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes a form of what was sent, and judges it, as a page's form is bound and judged. */
@Component
@ConditionalOnWebApplication
class Binding {

    private static final String FORM = "form";

    private final ConversionService conversion;
    private final Validator validator;
    private final MessageSource messages;

    Binding(
            @Qualifier("mvcConversionService") ConversionService conversion,
            @Qualifier("mvcValidator") Validator validator,
            MessageSource messages) {
        this.conversion = conversion;
        this.validator = validator;
        this.messages = messages;
    }

    /** The form; only where there are no errors it can be relied upon. */
    record Bound<F>(@Nullable F form, BindingResult errors) {}

    <F extends Record> Bound<F> bind(Act<F> act, ObjectNode sent, int version, Locale locale) {
        Map<String, Object> values = new HashMap<>();
        values.put(Act.VERSION, Integer.toString(version));
        Map<String, Class<?>> types = Arrays.stream(act.form().getRecordComponents())
                .filter(c -> !Members.hidden(act, c.getName()))
                .collect(Collectors.toMap(c -> c.getName(), c -> c.getType()));
        List<Problems.Wrong> wrong = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : sent.properties()) {
            Class<?> type = types.get(member.getKey());
            if (type == null) {
                wrong.add(wrong(member.getKey(), "unknown-member", locale));
            } else if (!member.getValue().isNull()) {
                Object value = read(type, member.getValue());
                if (value == null) {
                    wrong.add(wrong(member.getKey(), "unreadable", locale));
                } else {
                    values.put(member.getKey(), value);
                }
            }
        }
        if (!wrong.isEmpty()) {
            throw new Refused(HttpStatus.BAD_REQUEST, "members", wrong);
        }
        DataBinder binder = new DataBinder(null, FORM);
        binder.setTargetType(ResolvableType.forClass(act.form()));
        binder.setConversionService(conversion);
        binder.setValidator(validator);
        binder.construct(new Sent(values));
        BindingResult errors = binder.getBindingResult();
        if (!errors.hasErrors()) {
            binder.validate();
        }
        return new Bound<>(act.form().cast(binder.getTarget()), errors);
    }

    private record Sent(Map<String, Object> values) implements DataBinder.ValueResolver {
        @Override
        public @Nullable Object resolveValue(String name, Class<?> type) {
            return values.get(name);
        }

        @Override
        public Set<String> getNames() {
            return values.keySet();
        }
    }

    /** As a page would send it; nothing where JSON holds something else than its schema says. */
    private static @Nullable Object read(Class<?> type, JsonNode sent) {
        if (type == List.class) {
            if (!sent.isArray()) {
                return null;
            }
            List<String> texts = new ArrayList<>();
            for (JsonNode one : sent) {
                if (!text(one)) {
                    return null;
                }
                texts.add(one.asString());
            }
            return texts;
        }
        if (type == boolean.class || type == Boolean.class) {
            return sent.isBoolean() ? Boolean.toString(sent.asBoolean()) : null;
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return sent.isIntegralNumber() ? sent.asString() : null;
        }
        if (!text(sent)) {
            return null;
        }
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .map(c -> (Enum<?>) c)
                        .filter(c -> Members.code(c).equals(sent.asString()))
                        .findFirst()
                        .map(Enum::name)
                        .orElse(null)
                : sent.asString();
    }

    /** The database holds no NUL in a text. */
    private static boolean text(JsonNode node) {
        return node.isString() && node.asString().indexOf('\0') < 0;
    }

    /** What is wrong, by its members. */
    List<Problems.Wrong> wrong(BindingResult errors, Locale locale) {
        return errors.getAllErrors().stream().map(e -> wrong(e, locale)).toList();
    }

    private Problems.Wrong wrong(ObjectError error, Locale locale) {
        if (error instanceof FieldError field) {
            return field.isBindingFailure()
                    ? wrong(field.getField(), "unreadable", locale)
                    : new Problems.Wrong(
                            "#/" + field.getField(),
                            String.valueOf(field.getCode()),
                            String.valueOf(messages.getMessage(error, locale)));
        }
        return new Problems.Wrong("#", String.valueOf(error.getCode()), messages.getMessage(error, locale));
    }

    private Problems.Wrong wrong(String member, String code, Locale locale) {
        String pointer = "#/" + member.replace("~", "~0").replace("/", "~1");
        return new Problems.Wrong(pointer, code, messages.getMessage("api.member." + code, null, locale));
    }
}
