package org.hoshimori.recognition;

/**
 * A clause of the sample of which the text says nothing.
 *
 * @param perhaps a passage that may say it together with something else; empty if there is none
 * @param reason why it does not apply, where the text says that it doesn't; else empty
 */
public record Missing(String clause, String chapter, String perhaps, String reason) {}
