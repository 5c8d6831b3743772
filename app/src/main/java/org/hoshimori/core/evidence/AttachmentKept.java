package org.hoshimori.core.evidence;

import java.util.List;
import java.util.Map;

/** That a file was attached to a subject. */
record AttachmentKept(Actor by, String subject, Attachment attachment) implements Evident {

    static final String ACT = "attachment.kept/1";

    @Override
    public String act() {
        return ACT;
    }

    @Override
    public Map<String, Object> detail() {
        return Map.of("attachments", List.of(attachment.detail()));
    }
}
