package org.hoshimori.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A small company's traffic, made up, the same for the same days: office hours on weekdays, a ground station that never sleeps, and a
 * few things for a reviewer: a beacon, a device that nobody knows, a log-in in clear text, a listed address, and a way between two zones
 * that nothing permits, and an afternoon without any line.
 */
final class GatewayTraffic {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final int HOSTS = 12;
    private static final int STATION = 40;
    private static final int MINUTE = 60;

    /** The gateway was replaced on that afternoon. */
    private static final int SILENT = 25;

    private static final int NOON = 12;
    private static final int EVENING = 20;

    private static final String HEAD = """
            #separator \\x09
            #unset_field\t-
            #path\tconn
            #fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tservice\torig_bytes\tresp_bytes\tconn_state
            #types\ttime\tstring\taddr\tport\taddr\tport\tenum\tstring\tcount\tcount\tstring
            """;

    private final LocalDate from;
    private final LocalDate until;
    private final Random random;
    private final StringBuilder connections = new StringBuilder(HEAD);
    private final StringBuilder leases = new StringBuilder();
    private int number;

    /** From a day to the one before the last. */
    GatewayTraffic(LocalDate from, LocalDate until) {
        this.from = from;
        this.until = until;
        this.random = new Random(from.toEpochDay());
    }

    /** What the company knows of itself. */
    static void registers(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("indicators"));
        Files.writeString(
                folder.resolve("networks.csv"),
                "cidr,name,zone,managed\n10.20.1.0/24,office,office,yes\n10.20.9.0/24,ground station,satellite,yes\n");
        StringBuilder devices = new StringBuilder("mac,ip,hostname\n");
        for (int host = 1; host <= HOSTS; host++) {
            devices.append(mac(host) + ",10.20.1." + host + ",pc-" + host + "\n");
        }
        devices.append(mac(STATION) + ",10.20.9." + STATION + ",station\n");
        Files.writeString(folder.resolve("devices.csv"), devices);
        Files.writeString(folder.resolve("flows.csv"), "from_zone,to_zone,protocol,port\noffice,satellite,tcp,22\n");
        Files.writeString(folder.resolve("indicators/plain.txt"), "198.51.100.66\n");
    }

    private static String mac(int host) {
        return String.format(Locale.ROOT, "02:00:5e:00:53:%02x", host);
    }

    /** Writes the logs; the files. */
    List<Path> written(Path folder) throws IOException {
        from.datesUntil(until).forEach(this::day);
        return List.of(
                Files.writeString(folder.resolve("conn.log"), connections),
                Files.writeString(folder.resolve("dhcpd.log"), leases));
    }

    private void day(LocalDate day) {
        boolean free = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        for (int host = 1; host <= (free ? 2 : HOSTS); host++) {
            lease(day.atTime(8, 40, host).atZone(TOKYO), mac(host), "10.20.1." + host, "pc-" + host);
            ZonedDateTime at = day.atTime(8, 45).atZone(TOKYO);
            while (at.toLocalTime().isBefore(LocalTime.of(18, 30))) {
                at = at.plusSeconds(MINUTE * (25L + random.nextInt(60)));
                connection(
                        at, "10.20.1." + host, "203.0.113." + random.nextInt(40), 443, 2_000 + random.nextInt(40_000));
            }
        }
        for (int hour = 0; hour < 24; hour++) {
            connection(
                    day.atTime(hour, random.nextInt(MINUTE)).atZone(TOKYO),
                    "10.20.9." + STATION,
                    "203.0.113." + (200 + random.nextInt(6)),
                    443,
                    50_000 + random.nextInt(9_000));
            if (hour % 4 == 0) {
                lease(day.atTime(hour, 1, 1).atZone(TOKYO), mac(STATION), "10.20.9." + STATION, "station");
            }
        }
        planted(day, day.getDayOfMonth());
    }

    private void planted(LocalDate day, int which) {
        switch (which) {
            case 9 -> {
                ZonedDateTime night = day.atTime(1, 10).atZone(TOKYO);
                for (int i = 0; i < 48; i++) {
                    connection(night.plusSeconds(i * 300L), "10.20.9." + STATION, "198.51.100.9", 8_443, 220);
                }
            }
            case 12 -> lease(day.atTime(12, 20).atZone(TOKYO), "ac:de:48:00:11:22", "10.20.1.77", "guest-tablet");
            case 15 -> connection(day.atTime(14, 5).atZone(TOKYO), "10.20.1.5", "198.51.100.21", 21, 3_100);
            case 18 -> connection(day.atTime(10, 31).atZone(TOKYO), "10.20.1.7", "198.51.100.66", 443, 1_900);
            case 22 -> connection(day.atTime(16, 0).atZone(TOKYO), "10.20.1.3", "10.20.9." + STATION, 3_389, 8_000);
            default -> {}
        }
    }

    private void lease(ZonedDateTime at, String mac, String address, String name) {
        leases.append(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at) + " dhcp dhcpd[1]: DHCPACK on " + address
                + " to " + mac + " (" + name + ") via eth0\n");
    }

    private void connection(ZonedDateTime at, String source, String destination, int port, int sent) {
        if (at.getDayOfMonth() == SILENT && at.getHour() >= NOON && at.getHour() < EVENING) {
            return;
        }
        connections.append(String.format(
                Locale.ROOT,
                "%d.%06d\tC%d\t%s\t%d\t%s\t%d\ttcp\t-\t%d\t%d\tSF%n",
                at.toEpochSecond(),
                random.nextInt(1_000_000),
                number++,
                source,
                1_024 + random.nextInt(60_000),
                destination,
                port,
                sent,
                900 + random.nextInt(90_000)));
    }
}
