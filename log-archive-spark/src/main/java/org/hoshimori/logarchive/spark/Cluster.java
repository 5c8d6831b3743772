package org.hoshimori.logarchive.spark;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.hoshimori.logarchive.Archive;

/** The session with a cluster; a master as Spark names it: {@code spark://host:7077}, {@code local[2]}. */
final class Cluster {

    private Cluster() {}

    static SparkSession session(String master) {
        SparkConf conf = new SparkConf()
                .setAppName("hoshimori logs")
                .setMaster(master)
                .set("spark.sql.session.timeZone", "UTC")
                .set("spark.sql.timestampType", "TIMESTAMP_NTZ")
                .set("spark.sql.sources.partitionColumnTypeInference.enabled", "false")
                .setIfMissing("spark.sql.shuffle.partitions", "16")
                .set("spark.ui.enabled", "false")
                .set("spark.ui.showConsoleProgress", "false")
                .set("spark.executor.extraJavaOptions", "--enable-native-access=ALL-UNNAMED -Duser.timezone=UTC")
                .set("spark.jars", String.join(",", jars()));
        return SparkSession.builder().config(conf).getOrCreate();
    }

    /** What workers have to be sent: our jars and those that Spark has not. */
    private static List<String> jars() {
        List<String> jars = new ArrayList<>();
        for (Class<?> one : List.of(
                Cluster.class,
                Archive.class,
                org.duckdb.DuckDBConnection.class,
                tools.jackson.core.JsonParser.class,
                tools.jackson.databind.JsonNode.class,
                org.tukaani.xz.XZInputStream.class)) {
            try {
                Path path = Path.of(
                        one.getProtectionDomain().getCodeSource().getLocation().toURI());
                if (path.toString().endsWith(".jar")) {
                    jars.add(path.toString());
                }
            } catch (URISyntaxException e) {
                throw new IllegalStateException(e);
            }
        }
        return jars;
    }
}
