package org.hoshimori.recognition;

/**
 * Something that the sample does not say.
 *
 * @param key tells it from the others of the same text, and stays the same as long as its place does
 * @param title the heading under which it stands, or its first words
 * @param within the section or chapter next to it
 */
public record Added(String key, String title, String text, String within, String chapter, int line) {}
