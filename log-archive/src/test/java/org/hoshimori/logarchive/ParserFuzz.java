package org.hoshimori.logarchive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.hoshimori.logarchive.LogFormat.Heading;
import org.hoshimori.logarchive.LogFormat.Setting;

/** What Jazzer calls ({@code bin/fuzz logs}): any bytes to any parser. The first byte chooses; whatever follows must be read or set aside. */
public final class ParserFuzz {

    private static final Setting SETTING = new Setting(ZoneId.of("Asia/Tokyo"), Instant.parse("2026-06-01T00:00:00Z"));
    private static final Formats FORMATS = Formats.shipped();
    private static final List<String> NAMES = FORMATS.names();
    private static final String ZEEK = "#separator \\x09\n#empty_field\t(empty)\n#unset_field\t-\n#path\tdns\n"
            + "#fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tquery\tTTLs\trejected\n"
            + "#types\ttime\tstring\taddr\tport\taddr\tport\tenum\tstring\tvector[interval]\tbool\n";

    private ParserFuzz() {}

    /** Named as Jazzer looks for it. */
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        if (data.length < 2) {
            return;
        }
        byte[] rest = java.util.Arrays.copyOfRange(data, 1, data.length);
        int choice = (data[0] & 0xFF) % (NAMES.size() + 3);
        if (choice == NAMES.size()) {
            stream(rest);
        } else if (choice == NAMES.size() + 1) {
            FORMATS.choose("auto", rest);
            IpKey.range(new String(rest, StandardCharsets.UTF_8));
            Indicators.url(new String(rest, StandardCharsets.UTF_8));
        } else if (choice == NAMES.size() + 2) {
            blocks(rest);
        } else {
            lines(FORMATS.named(NAMES.get(choice)).orElseThrow(), rest);
        }
    }

    private static void lines(LogFormat format, byte[] bytes) {
        LineReader reader = format.reader(SETTING);
        if (format.heading() == Heading.HASH) {
            reader.heading(ZEEK);
        } else if (format.heading() == Heading.FIRST_LINE) {
            reader.heading("ts,te,td,sa,da,sp,dp,pr,flg,ipkt,ibyt");
        }
        Line line = new Line();
        Rows rows = new Rows(1);
        int from = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i == bytes.length || bytes[i] == '\n') {
                line.at(bytes, from, i);
                from = i + 1;
                if (!reader.passes(line) && line.purity() != Line.Purity.BINARY) {
                    Reason reason = reader.read(line, rows);
                    if (reason == null) {
                        rows.keep();
                        check(rows);
                    } else {
                        rows.drop();
                    }
                    rows.clear();
                }
            }
        }
    }

    private static void check(Rows rows) {
        for (Column column : Column.values()) {
            if (rows.given(column, 0) && column.isText()) {
                String text = new String(rows.texts(column)[0], StandardCharsets.UTF_8);
                if (column == Column.UNMAPPED) {
                    tools.jackson.databind.json.JsonMapper.shared().readTree(text);
                }
            }
        }
    }

    private static void stream(byte[] bytes) throws IOException {
        List<Integer> sizes = new ArrayList<>();
        try {
            new Frames(new ByteArrayInputStream(bytes)).each((b, from, to) -> sizes.add(to - from));
        } catch (java.io.EOFException e) {
            sizes.add(0);
        }
        try {
            new Relp(
                            new ByteArrayInputStream(bytes),
                            OutputStream.nullOutputStream(),
                            (b, from, to) -> sizes.add(to - from),
                            () -> sizes.add(0))
                    .serve();
        } catch (java.io.EOFException | java.net.ProtocolException e) {
            sizes.add(0);
        }
    }

    private static void blocks(byte[] bytes) throws IOException {
        for (Heading heading : Heading.values()) {
            Blocks blocks = new Blocks(new ByteArrayInputStream(bytes), Hashes.sha256(), heading);
            blocks.batch(bytes.length + 1L);
            long all = 0;
            for (Block block = blocks.next(); block != null; block = blocks.next()) {
                all += block.length();
            }
            if (all != bytes.length) {
                throw new IllegalStateException("bytes lost");
            }
        }
    }
}
