/**
 * The API at {@code /api/v1}: serves what rooms declare as {@link org.hoshimori.core.api.Resource}, describes it as OpenAPI, and tells
 * what is wrong as problem details (RFC 9457).
 */
@NullMarked
@ApplicationModule(
        displayName = "REST",
        allowedDependencies = {
            "core.storage",
            "core.evidence",
            "core.api",
            "core.organization",
            "core.identity",
            "core.tokens",
            "frame"
        })
package org.hoshimori.core.rest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
