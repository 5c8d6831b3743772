package org.hoshimori.core.terminals;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/** The company's networks ({@code serve --own-networks}): what stands in them is not asked for a certificate. */
@Component
class OwnNetworks {

    private final List<IpAddressMatcher> networks;

    OwnNetworks(@Value("${hoshimori.terminals.own-networks:}") String networks) {
        this.networks = Arrays.stream(networks.split(",", -1))
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .map(IpAddressMatcher::new)
                .toList();
    }

    boolean hold(String address) {
        return networks.stream().anyMatch(n -> n.matches(address));
    }
}
