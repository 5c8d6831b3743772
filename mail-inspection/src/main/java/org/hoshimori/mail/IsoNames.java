package org.hoshimori.mail;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names in a disk image (ECMA-119, with Joliet's Unicode names where there are any). */
final class IsoNames {

    private static final int SECTOR = 2_048;
    private static final int DESCRIPTORS_AT = 16 * SECTOR;
    private static final int DIRECTORIES = 500;

    private IsoNames() {}

    static boolean isIso(byte[] bytes) {
        return bytes.length > DESCRIPTORS_AT + 6
                && new String(bytes, DESCRIPTORS_AT + 1, 5, StandardCharsets.US_ASCII).equals("CD001");
    }

    static List<String> in(byte[] bytes, int most) {
        List<String> names = new ArrayList<>();
        if (!isIso(bytes)) {
            return names;
        }
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int root = -1;
        boolean joliet = false;
        for (int at = DESCRIPTORS_AT; at + SECTOR <= bytes.length && bytes[at] != (byte) 255; at += SECTOR) {
            boolean supplementary = bytes[at] == 2 && bytes[at + 88] == '%' && bytes[at + 89] == '/';
            if ((bytes[at] == 1 && root < 0) || supplementary) {
                root = at + 156;
                joliet = supplementary;
            }
        }
        if (root < 0) {
            return names;
        }
        Deque<int[]> open = new ArrayDeque<>();
        Set<Integer> seen = new HashSet<>();
        open.add(new int[] {in.getInt(root + 2), in.getInt(root + 10)});
        while (!open.isEmpty() && seen.size() < DIRECTORIES) {
            int[] directory = open.remove();
            if (seen.add(directory[0])) {
                directory(in, directory[0], directory[1], joliet, names, open, most);
            }
        }
        return names;
    }

    private static void directory(
            ByteBuffer in, int sector, int length, boolean joliet, List<String> names, Deque<int[]> open, int most) {
        long begin = (long) sector * SECTOR;
        if (sector < 0 || length < 0 || begin + length > in.capacity()) {
            return;
        }
        int at = (int) begin;
        int end = at + length;
        while (at + 34 <= end && names.size() < most) {
            int size = in.get(at) & 0xFF;
            if (size == 0) {
                at = (at / SECTOR + 1) * SECTOR; // records never cross a sector
                continue;
            }
            int nameLength = in.get(at + 32) & 0xFF;
            if (at + 33 + nameLength > end) {
                return;
            }
            if (nameLength > 1) {
                byte[] raw = new byte[nameLength];
                in.get(at + 33, raw);
                String name = new String(raw, joliet ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1);
                if ((in.get(at + 25) & 2) != 0) {
                    open.add(new int[] {in.getInt(at + 2), in.getInt(at + 10)});
                } else {
                    names.add(name.replaceAll(";\\d+$", ""));
                }
            }
            at += size;
        }
    }
}
