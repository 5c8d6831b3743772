package org.hoshimori.recognition;

/**
 * What the operator's text calls a post.
 *
 * @param times how many sentences call it so
 */
public record PostFound(String code, String title, int times) {}
