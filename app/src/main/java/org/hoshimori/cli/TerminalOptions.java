package org.hoshimori.cli;

import java.util.List;
import java.util.Map;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import picocli.CommandLine;

/** From where terminals need no certificate. */
final class TerminalOptions {

    @CommandLine.Option(names = "--own-networks", paramLabel = "CIDR", split = ",", descriptionKey = "own-networks")
    private List<String> ownNetworks = List.of();

    /** In the application's names; refuses what names no network. */
    Map<String, Object> settings() {
        for (String network : ownNetworks) {
            try {
                new IpAddressMatcher(network.strip());
            } catch (IllegalArgumentException e) {
                throw new Refused("serve-own-networks", Errors.oneLine(network));
            }
        }
        return Map.of("hoshimori.terminals.own-networks", String.join(",", ownNetworks));
    }
}
