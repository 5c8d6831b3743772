package org.hoshimori.mail;

/**
 * A file that came with a message.
 *
 * @param name as declared; empty if it has none
 * @param declaredType media type that the message claims, in lower case
 * @param content its first bytes, all of them unless {@code cut}
 * @param size decoded bytes, also of what was not kept
 * @param inline shown within the text (has a content id and is an image), so not what people call an attachment
 */
@SuppressWarnings("ArrayRecordComponent") // content is never compared
record Attachment(String name, String declaredType, byte[] content, long size, boolean cut, boolean inline) {}
