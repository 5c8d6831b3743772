package org.hoshimori.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Messages as mail programs keep them on disk: single files, mbox, Maildir, folders of any of these, Outlook's .msg. */
public final class MailFolder {

    private static final int LARGEST_IN_MBOX = 64_000_000;
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);

    private MailFolder() {}

    /** Takes one message after the other. */
    @FunctionalInterface
    public interface Reader {
        /**
         * One message.
         *
         * @param name the file, for an mbox with {@code #} and the message's number
         * @param message to be read before this returns
         * @throws IOException if the file fails
         */
        void read(String name, Message message) throws IOException;
    }

    /** A message that has not been read yet. */
    public sealed interface Message {
        /** A file of its own, of any size. */
        record InFile(Path file) implements Message {}

        /** One of an mbox. */
        record InMemory(ByteArrayInputStream bytes) implements Message {}

        /** As Outlook saves it. */
        record Outlook(Path file) implements Message {}
    }

    /** Hands over every message below this path, in the order of names; stops at the first failure to read. */
    public static void read(Path path, Reader reader) throws IOException {
        if (!Files.isDirectory(path)) {
            file(path, reader);
            return;
        }
        List<Path> files;
        try (Stream<Path> found = Files.walk(path)) {
            files = found.filter(Files::isRegularFile)
                    .filter(f -> mail(path.relativize(f)))
                    .sorted()
                    .toList();
        }
        for (Path each : files) {
            file(each, reader);
        }
    }

    /** What a folder of mail also holds: indexes of Maildir and IMAP servers, hidden files, a message not yet delivered. */
    private static boolean mail(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        Path parent = file.getParent();
        boolean arriving = parent != null && parent.getFileName().toString().equals("tmp");
        return !name.startsWith(".") && !name.startsWith("dovecot") && !name.equals("maildirfolder") && !arriving;
    }

    private static void file(Path file, Reader reader) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(8);
        }
        if (starts(start, OLE)) {
            reader.read(file.toString(), new Message.Outlook(file));
        } else if (starts(start, FROM)) {
            try (InputStream in = LineEnds.readable(Files.newInputStream(file))) {
                mbox(file.toString(), in, reader);
            }
        } else {
            reader.read(file.toString(), new Message.InFile(file));
        }
    }

    static boolean outlook(byte[] message) {
        return starts(message, OLE);
    }

    private static boolean starts(byte[] bytes, byte[] with) {
        return bytes.length >= with.length && Arrays.equals(bytes, 0, with.length, with, 0, with.length);
    }

    /** Parted where a line begins with {@code From } and holds a time, behind an empty line. */
    static void mbox(String name, InputStream in, Reader reader) throws IOException {
        Growing message = new Growing();
        Growing line = new Growing();
        boolean emptyBefore = true;
        int number = 0;
        while (line.fill(in)) {
            if (emptyBefore && line.starts(FROM) && line.dated()) {
                if (number > 0) {
                    reader.read(name + "#" + number, message.take());
                }
                number++;
                message.clear();
            } else {
                message.append(line, line.starts(">From ".getBytes(StandardCharsets.US_ASCII)) ? 1 : 0);
            }
            emptyBefore = line.empty();
        }
        if (number > 0) {
            reader.read(number == 1 ? name : name + "#" + number, message.take());
        }
    }

    /** Bytes up to a limit; what comes after is dropped. */
    private static final class Growing {
        private byte[] bytes = new byte[4_096];
        private int length;

        void clear() {
            length = 0;
        }

        /** The next line with its end; false behind the last. */
        boolean fill(InputStream in) throws IOException {
            length = 0;
            boolean any = false;
            for (int b = in.read(); b >= 0; b = in.read()) {
                any = true;
                add((byte) b);
                if (b == '\n') {
                    break;
                }
            }
            return any;
        }

        private void add(byte b) {
            if (length >= LARGEST_IN_MBOX) {
                return;
            }
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.min(LARGEST_IN_MBOX, length * 2));
            }
            bytes[length++] = b;
        }

        void append(Growing other, int from) {
            int more = Math.min(other.length - from, LARGEST_IN_MBOX - length);
            if (more <= 0) {
                return;
            }
            if (length + more > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.min(LARGEST_IN_MBOX, Math.max(length + more, length * 2)));
            }
            System.arraycopy(other.bytes, from, bytes, length, more);
            length += more;
        }

        boolean starts(byte[] with) {
            return length >= with.length && Arrays.equals(bytes, 0, with.length, with, 0, with.length);
        }

        /** Whether a time stands in it, as in a line that parts an mbox and hardly ever in a sentence. */
        boolean dated() {
            for (int i = FROM.length; i + 2 < Math.min(length, 200); i++) {
                if (bytes[i] == ':' && Character.isDigit(bytes[i - 1]) && Character.isDigit(bytes[i + 1])) {
                    return true;
                }
            }
            return false;
        }

        boolean empty() {
            return length == 0 || (length <= 2 && (bytes[0] == '\n' || bytes[0] == '\r'));
        }

        Message.InMemory take() {
            return new Message.InMemory(new ByteArrayInputStream(Arrays.copyOf(bytes, length)));
        }
    }
}
