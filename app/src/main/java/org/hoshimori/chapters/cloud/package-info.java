/**
 * Whether a cloud service may keep our backups ({@code ast-4.3}): the provider's terms and measures, the country and region of its
 * facility, the approval of the post that the regulation names. Plans meet an assessment by {@code facts.cloud_assessment}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Cloud assessments",
        allowedDependencies = {
            "core.storage",
            "core.evidence",
            "core.regulation",
            "core.organization",
            "frame",
            "core.approvals",
            "core.estate"
        })
package org.hoshimori.chapters.cloud;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
