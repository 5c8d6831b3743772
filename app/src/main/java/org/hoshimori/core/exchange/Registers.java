package org.hoshimori.core.exchange;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hoshimori.core.sheets.Importable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** All registers that go out as tables and come back. */
@Component
public class Registers {

    private final List<Importable<?>> registers;

    Registers(List<Importable<?>> registers) {
        this.registers = registers;
    }

    /** By its name in addresses and on the command line. */
    public Optional<Importable<?>> find(String code) {
        return registers.stream().filter(r -> r.code().equals(code)).findFirst();
    }

    /** Whether there is one that somebody with these permissions may import into. */
    boolean any(Set<String> permissions) {
        return registers.stream().anyMatch(r -> permissions.contains(r.authority()));
    }

    /** Those that somebody may import into, in the order of the menu. */
    List<Importable<?>> of(Authentication who) {
        return registers.stream().filter(r -> may(who, r)).toList();
    }

    /** The same for one, which must be there and be his or hers to import into. */
    Importable<?> known(String code, Authentication who) {
        Importable<?> register = find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!may(who, register)) {
            throw new AccessDeniedException(code);
        }
        return register;
    }

    /** The same for one of which he or she may export something. */
    Importable<?> exported(String code, Authentication who) {
        Importable<?> register = find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!register.exportedTo(who.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toSet()))) {
            throw new AccessDeniedException(code);
        }
        return register;
    }

    private static boolean may(Authentication who, Importable<?> register) {
        return who.getAuthorities().stream().anyMatch(a -> register.authority().equals(a.getAuthority()));
    }
}
