package org.hoshimori.logarchive;

/**
 * Some whole lines of a file.
 *
 * @param index its number within the batch, from 0
 * @param length how many of the bytes are it
 * @param heading the headings in force where it begins
 * @param cut whether it is a piece of a line longer than a line may be
 */
@SuppressWarnings("ArrayRecordComponent") // one reader, one use
record Block(int index, byte[] bytes, int length, String heading, boolean cut) {}
