package org.hoshimori.core.evidence;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a detail must go; the reason stays on record. */
record RedactionForm(@NotBlank @Size(max = 500) String reason) {}
