/**
 * The demonstration: a made-up company that has used the product for a year. Everything it shows went through the front doors, at
 * a time handed in; all of its evidence, and the key that seals it, is marked as made up.
 */
@NullMarked
@ApplicationModule(
        displayName = "Demonstration",
        allowedDependencies = {
            "core.storage",
            "core.evidence",
            "core.regulation",
            "core.company",
            "core.organization",
            "core.posts",
            "core.handovers",
            "core.grants",
            "core.identity",
            "core.approvals",
            "core.estate",
            "core.duties",
            "chapters.assets",
            "chapters.takeouts",
            "chapters.disposals",
            "chapters.backups",
            "chapters.processing",
            "chapters.logs"
        })
package org.hoshimori.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
