/**
 * Regulations in the making: tailored in forms beside the text that follows, compared, with what they would change in the company,
 * approved by the posts that the regulation in force names, adopted, frozen as documents and acknowledged by everybody
 * (clause {@code org-1.c} and {@code hr-1}).
 */
@NullMarked
@ApplicationModule(
        displayName = "Revision",
        allowedDependencies = {
            "core.storage",
            "core.evidence",
            "core.api",
            "core.regulation",
            "core.organization",
            "core.grants",
            "core.identity",
            "core.notices",
            "core.approvals"
        })
package org.hoshimori.core.revision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
