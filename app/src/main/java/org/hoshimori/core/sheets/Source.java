package org.hoshimori.core.sheets;

/**
 * Where rows came from.
 *
 * @param name the file's
 * @param sha256 of its content, hexadecimal: whoever has the file can tell that it is it
 */
public record Source(String name, String sha256) {}
