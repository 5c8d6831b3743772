package org.hoshimori.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What the server is told: promises on its command line, which outranks every file; sizes in its own configuration. */
final class Settings {

    /** The only way in. */
    private static final String HBA = "host all all 127.0.0.1/32 scram-sha-256\n";

    private Settings() {}

    /** Written into postgresql.conf when the cluster is made, for the operator to tune. For two cores and a few GB. */
    static Map<String, String> tunable() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("max_connections", "50");
        all.put("shared_buffers", "256MB");
        all.put("effective_cache_size", "1GB");
        all.put("work_mem", "16MB");
        all.put("maintenance_work_mem", "128MB");
        all.put("max_parallel_workers_per_gather", "1");
        all.put("random_page_cost", "1.1");
        all.put("jit", "off");
        all.put("timezone", "UTC");
        all.put("log_timezone", "UTC");
        all.put("log_min_messages", "warning");
        return all;
    }

    /** What must hold whatever any file or ALTER SYSTEM says, quoted for the shell that pg_ctl uses. */
    static String promises(DataFolder folder, int port) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("listen_addresses", "127.0.0.1");
        all.put("port", Integer.toString(port));
        all.put("unix_socket_directories", "");
        all.put("hba_file", folder.hba().toString());
        all.put("password_encryption", "scram-sha-256");
        all.put("fsync", "on");
        all.put("synchronous_commit", "on");
        all.put("full_page_writes", "on");
        all.put("logging_collector", "on");
        all.put("log_directory", folder.log().toString());
        all.put("log_filename", "postgresql-%a.log");
        all.put("log_rotation_age", "1d");
        all.put("log_rotation_size", "0");
        all.put("log_truncate_on_rotation", "on");
        return all.entrySet().stream()
                .map(setting -> "-c " + quoted(setting.getKey() + "=" + setting.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    /** Outside the cluster, where the server's account can't write: not even its superuser opens another way in. */
    static void writeHba(DataFolder folder, Account account) throws IOException {
        Path file = folder.hba();
        if (Files.notExists(file) || !Files.readString(file).equals(HBA)) {
            Trees.write(file, HBA, account.other() ? "rw-r--r--" : "rw-------");
        }
    }
}
