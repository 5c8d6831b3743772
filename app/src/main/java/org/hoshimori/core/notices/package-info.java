/**
 * Telling people something: on their page of notices, by mail, and a channel of the company's chat. What is told is written in the
 * transaction of the act that it is about and sent after it; it is never lost, and told twice only if the server dies between
 * the mail server's last word and ours.
 */
@NullMarked
@ApplicationModule(
        displayName = "Notices",
        allowedDependencies = {
            "core.storage",
            "core.evidence",
            "core.company",
            "core.organization",
            "core.identity",
            "frame"
        })
package org.hoshimori.core.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
