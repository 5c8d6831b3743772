package org.hoshimori.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.hsmf.datatypes.StringChunk;
import org.apache.poi.hsmf.exceptions.ChunkNotFoundException;
import org.jspecify.annotations.Nullable;

/** Reads a message as Outlook saves it (.msg). */
final class OutlookReader {

    private static final int LARGEST = 64_000_000;
    private static final int DEEPEST = 5;

    private OutlookReader() {}

    /** Never throws for what the file holds; only if it can't be read at all. */
    static Mail read(Path file, Limits limits) throws IOException {
        if (Files.size(file) > LARGEST) {
            return unreadable(Mail.Gap.TOO_LARGE_ATTACHMENT);
        }
        byte[] bytes = Files.readAllBytes(file);
        return read(bytes, limits);
    }

    static Mail read(byte[] bytes, Limits limits) {
        try (MAPIMessage message = new MAPIMessage(new java.io.ByteArrayInputStream(bytes))) {
            return read(message, limits, 0);
        } catch (IOException | RuntimeException e) {
            return unreadable(Mail.Gap.NOTHING); // POI answers what it can't read in many ways
        }
    }

    private static Mail unreadable(Mail.Gap why) {
        return new Mail(Headers.NONE, "", "", List.of(), List.of(), false, EnumSet.of(Mail.Gap.NOTHING, why));
    }

    private static Mail read(MAPIMessage message, Limits limits, int depth) {
        message.setReturnNullOnMissingChunk(true);
        message.guess7BitEncoding();
        Set<Mail.Gap> gaps = EnumSet.noneOf(Mail.Gap.class);
        List<Attachment> attachments = new ArrayList<>();
        List<Mail> nested = new ArrayList<>();
        for (AttachmentChunks each : message.getAttachmentFiles()) {
            if (each.isEmbeddedMessage()) {
                nested(each, limits, depth, nested, gaps);
            } else {
                attachments.add(attachment(each, limits));
            }
        }
        return new Mail(
                headers(message),
                cut(get(message::getTextBody), limits),
                cut(get(message::getHtmlBody), limits),
                attachments,
                nested,
                false,
                gaps);
    }

    private static void nested(AttachmentChunks chunks, Limits limits, int depth, List<Mail> into, Set<Mail.Gap> gaps) {
        if (depth >= DEEPEST) {
            gaps.add(Mail.Gap.TOO_DEEP);
            return;
        }
        try {
            MAPIMessage message = chunks.getEmbeddedMessage();
            if (message != null) {
                into.add(read(message, limits, depth + 1));
            }
        } catch (IOException | RuntimeException e) {
            gaps.add(Mail.Gap.BROKEN);
        }
    }

    private static Attachment attachment(AttachmentChunks chunks, Limits limits) {
        byte[] content = chunks.getAttachData() == null
                ? new byte[0]
                : chunks.getAttachData().getValue();
        byte[] kept = content.length > limits.attachmentBytes()
                ? java.util.Arrays.copyOf(content, limits.attachmentBytes())
                : content;
        String name = text(chunks.getAttachLongFileName());
        return new Attachment(
                name.isEmpty() ? text(chunks.getAttachFileName()) : name,
                text(chunks.getAttachMimeTag()),
                kept,
                content.length,
                kept.length < content.length,
                !text(chunks.getAttachContentId()).isEmpty());
    }

    private static String text(@Nullable StringChunk chunk) {
        return chunk == null || chunk.getValue() == null ? "" : chunk.getValue();
    }

    /** Those the server wrote if they were kept, else made from the message's properties. */
    private static Headers headers(MAPIMessage message) {
        try {
            String[] transport = message.getHeaders();
            if (transport != null && transport.length > 0) {
                byte[] bytes = (String.join("\r\n", transport) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
                Headers read = MailReader.read(new java.io.ByteArrayInputStream(bytes), Limits.standard())
                        .headers();
                if (read.has("From")) {
                    return read;
                }
            }
        } catch (ChunkNotFoundException | IOException e) {
            // then the properties say enough
        }
        String address = text(message.getMainChunks().getEmailFromChunk());
        return new Headers(List.of(
                new Header("From", get(message::getDisplayFrom) + " <" + address + ">"),
                new Header("Subject", get(message::getSubject)),
                new Header("Message-ID", text(message.getMainChunks().getMessageId()))));
    }

    /** A property that may be missing. */
    @FunctionalInterface
    private interface Property {
        @Nullable
        String read() throws ChunkNotFoundException;
    }

    private static String get(Property property) {
        try {
            String value = property.read();
            return value == null ? "" : value;
        } catch (ChunkNotFoundException e) {
            return "";
        }
    }

    private static String cut(String text, Limits limits) {
        return text.length() <= limits.textBytes() ? text : text.substring(0, limits.textBytes());
    }
}
