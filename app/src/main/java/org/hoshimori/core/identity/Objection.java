package org.hoshimori.core.identity;

import java.util.List;

/**
 * Why a password may not be used.
 *
 * @param code of the message {@code password.…}
 * @param arguments of the message
 */
public record Objection(String code, List<Object> arguments) {

    static Objection of(String code, Object... arguments) {
        return new Objection(code, List.of(arguments));
    }
}
