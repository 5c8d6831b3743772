package org.hoshimori.mail;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Names from archives that no library of ours reads: RAR (4 and 5), Microsoft cabinet, LHA. Contents stay packed. */
final class ArchiveNames {

    private static final Charset JAPANESE = Charset.forName("windows-31j");

    private ArchiveNames() {}

    /** What an archive says it holds. */
    record Listing(List<String> names, boolean encrypted) {}

    static Listing rar(byte[] bytes, int most) {
        boolean five = bytes.length > 8 && bytes[6] == 1 && bytes[7] == 0;
        return five ? rar5(bytes, most) : rar4(bytes, most);
    }

    private static Listing rar4(byte[] bytes, int most) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        List<String> names = new ArrayList<>();
        boolean encrypted = false;
        int at = 7;
        while (at + 7 <= bytes.length && names.size() < most) {
            int type = in.get(at + 2) & 0xFF;
            int flags = in.getShort(at + 3) & 0xFFFF;
            int headerSize = in.getShort(at + 5) & 0xFFFF;
            if (headerSize < 7) {
                break;
            }
            long next = (long) at + headerSize;
            if (type == 0x73 && (flags & 0x80) != 0) {
                return new Listing(names, true); // even the names are encrypted
            }
            if (type == 0x74 && at + 32 <= bytes.length) {
                encrypted |= (flags & 0x04) != 0;
                int nameSize = in.getShort(at + 26) & 0xFFFF;
                int nameAt = at + ((flags & 0x100) != 0 ? 40 : 32);
                if (nameAt + nameSize <= bytes.length) {
                    names.add(rarName(bytes, nameAt, nameSize));
                }
                next += in.getInt(at + 7) & 0xFFFFFFFFL;
            } else if ((flags & 0x8000) != 0 && at + 11 <= bytes.length) {
                next += in.getInt(at + 7) & 0xFFFFFFFFL;
            }
            if (next > bytes.length) {
                break;
            }
            at = (int) next;
        }
        return new Listing(names, encrypted);
    }

    /** A name, behind a zero perhaps its packed Unicode form, which the plain one is enough for. */
    private static String rarName(byte[] bytes, int at, int size) {
        int plain = 0;
        while (plain < size && bytes[at + plain] != 0) {
            plain++;
        }
        return new String(bytes, at, plain, JAPANESE);
    }

    private static Listing rar5(byte[] bytes, int most) {
        List<String> names = new ArrayList<>();
        boolean encrypted = false;
        Cursor in = new Cursor(bytes, 8);
        while (in.at + 7 < bytes.length && names.size() < most) {
            in.at += 4; // checksum
            long size = in.number();
            int start = in.at;
            long type = in.number();
            long flags = in.number();
            long extra = (flags & 1) != 0 ? in.number() : 0;
            long data = (flags & 2) != 0 ? in.number() : 0;
            if (type == 4) {
                return new Listing(names, true);
            }
            if (type == 2) {
                long file = in.number();
                in.number(); // unpacked size
                in.number(); // attributes
                in.at += ((file & 2) != 0 ? 4 : 0) + ((file & 4) != 0 ? 4 : 0);
                in.number(); // method
                in.number(); // system
                int length = (int) Math.min(in.number(), 10_000);
                if (in.at + length > bytes.length || length < 0) {
                    break;
                }
                names.add(new String(bytes, in.at, length, StandardCharsets.UTF_8));
                in.at += length;
                long end = start + size;
                encrypted |=
                        extra > 0 && end <= bytes.length && hasEncryptionRecord(bytes, (int) (end - extra), (int) end);
            }
            long next = start + size + data;
            if (size <= 0 || next <= start || next > bytes.length) {
                break;
            }
            in.at = (int) next;
        }
        return new Listing(names, encrypted);
    }

    private static boolean hasEncryptionRecord(byte[] bytes, int from, int to) {
        Cursor in = new Cursor(bytes, Math.max(0, from));
        while (in.at < to) {
            long size = in.number();
            int start = in.at;
            if (in.number() == 1) {
                return true;
            }
            if (size <= 0) {
                return false;
            }
            in.at = (int) Math.min(to, start + size);
        }
        return false;
    }

    /** Reads RAR 5's numbers of seven bits a byte. */
    private static final class Cursor {
        private final byte[] bytes;
        private int at;

        Cursor(byte[] bytes, int at) {
            this.bytes = bytes;
            this.at = at;
        }

        long number() {
            long number = 0;
            for (int shift = 0; shift < 63 && at < bytes.length; shift += 7) {
                int b = bytes[at++];
                number |= (long) (b & 0x7F) << shift;
                if (b >= 0) {
                    break;
                }
            }
            return number;
        }
    }

    static List<String> cabinet(byte[] bytes, int most) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        List<String> names = new ArrayList<>();
        if (bytes.length < 36) {
            return names;
        }
        long at = in.getInt(16) & 0xFFFFFFFFL;
        int files = in.getShort(28) & 0xFFFF;
        for (int i = 0; i < files && names.size() < most && at + 17 < bytes.length; i++) {
            int nameAt = (int) at + 16;
            int end = nameAt;
            while (end < bytes.length && bytes[end] != 0) {
                end++;
            }
            boolean utf8 = (in.getShort((int) at + 14) & 0x80) != 0;
            names.add(new String(bytes, nameAt, end - nameAt, utf8 ? StandardCharsets.UTF_8 : JAPANESE));
            at = end + 1L;
        }
        return names;
    }

    /** LHA, still met in Japan: header levels 0 and 1 carry the name in place, level 2 in an extension. */
    static List<String> lha(byte[] bytes, int most) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        List<String> names = new ArrayList<>();
        int at = 0;
        while (at + 22 < bytes.length && names.size() < most && bytes[at + 2] == '-' && bytes[at + 3] == 'l') {
            int level = bytes[at + 20];
            long packed = in.getInt(at + 7) & 0xFFFFFFFFL;
            long next;
            if (level == 2) {
                int size = in.getShort(at) & 0xFFFF;
                lhaExtensions(bytes, at + 24, Math.min(bytes.length, at + size), names);
                next = at + size + packed;
                if (size == 0) {
                    break;
                }
            } else {
                int length = bytes[at + 21] & 0xFF;
                if (at + 22 + length > bytes.length) {
                    break;
                }
                names.add(new String(bytes, at + 22, length, JAPANESE));
                next = at + 2L + (bytes[at] & 0xFF) + packed;
            }
            if (next <= at || next > bytes.length) {
                break;
            }
            at = (int) next;
        }
        return names;
    }

    private static void lhaExtensions(byte[] bytes, int from, int to, List<String> names) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int at = from;
        while (at + 3 <= to) {
            int size = in.getShort(at) & 0xFFFF;
            if (size < 3 || at + size > to) {
                return;
            }
            if (bytes[at + 2] == 1) {
                names.add(new String(bytes, at + 3, size - 3, JAPANESE));
            }
            at += size;
        }
    }
}
