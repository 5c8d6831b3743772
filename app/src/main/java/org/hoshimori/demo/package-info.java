/**
 * The demonstration: a made-up company that has used the product for a year. Everything it shows went through the front doors, at
 * a time handed in; all of its evidence, and the key that seals it, is marked as made up.
 */
@NullMarked
@ApplicationModule(
        displayName = "Demonstration",
        allowedDependencies = {
            "chapters.assets",
            "chapters.backups",
            "chapters.disposals",
            "chapters.logs",
            "chapters.processing",
            "chapters.takeouts",
            "core.approvals",
            "core.estate",
            "core.identity",
            "core.organization",
            "core.regulation",
            "core.evidence",
            "core.storage",
            "core.duties"
        })
package org.hoshimori.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
