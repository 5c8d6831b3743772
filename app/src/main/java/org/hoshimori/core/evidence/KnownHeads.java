package org.hoshimori.core.evidence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.hoshimori.core.storage.StorageRefused;
import org.hoshimori.proof.HeadLine;
import org.hoshimori.proof.HeadsFile;
import org.hoshimori.proof.SignedHead;

/** The longest chain of heads among what a backup holds and what files know; they must be of one record. */
final class KnownHeads {

    private KnownHeads() {}

    static List<SignedHead> newest(List<SignedHead> held, List<HeadsFile> files) throws IOException {
        List<SignedHead> newest = held;
        for (HeadsFile file : files) {
            List<SignedHead> other = read(file);
            int common = Math.min(newest.size(), other.size());
            if (!newest.subList(0, common).equals(other.subList(0, common))) {
                throw new StorageRefused("evidence-other-heads", file.toString());
            }
            newest = other.size() > newest.size() ? other : newest;
        }
        return newest;
    }

    private static List<SignedHead> read(HeadsFile file) throws IOException {
        List<SignedHead> heads = new ArrayList<>();
        for (HeadLine line : file.lines()) {
            switch (line) {
                case HeadLine.Read(long ignored, SignedHead head) -> heads.add(head);
                case HeadLine.Unreadable ignored -> throw new StorageRefused("evidence-other-heads", file.toString());
            }
        }
        return heads;
    }
}
