package org.hoshimori.logarchive.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.SparkSession;
import org.hoshimori.logarchive.Archive;
import org.hoshimori.logarchive.Formats;
import org.hoshimori.logarchive.Importing;
import org.hoshimori.logarchive.Parts;
import tools.jackson.databind.json.JsonMapper;

/** Import by many workers, a file each at a time, with the parsers that the embedded import uses; all of them see the archive's folder. */
final class SparkImport {

    private SparkImport() {}

    /** How to read, as it travels to workers. */
    record Reading(String archive, String format, String source, String zone, String mapping)
            implements FlatMapFunction<Iterator<String>, String> {

        Importing.Options options() throws IOException {
            Formats formats = Formats.shipped();
            return new Importing.Options(
                    format, source, ZoneId.of(zone), mapping.isEmpty() ? formats : formats.with(Path.of(mapping)));
        }

        /** Answers with the small archive and the outcome of each file. */
        @Override
        public Iterator<String> call(Iterator<String> files) throws IOException {
            List<String> done = new ArrayList<>();
            JsonMapper json = JsonMapper.builder().build();
            while (files.hasNext()) {
                List<Importing.Outcome> outcomes = new ArrayList<>();
                Path part = Parts.read(Path.of(archive), options(), Path.of(files.next()), outcomes::add);
                done.add(part + "\n" + json.writeValueAsString(outcomes.getFirst()));
            }
            return done.iterator();
        }
    }

    static void run(SparkSession session, Reading reading, List<Path> paths, Consumer<Importing.Outcome> told)
            throws IOException {
        Archive archive = Archive.create(Path.of(reading.archive()));
        List<Path> fresh = Parts.fresh(archive, paths);
        JsonMapper json = JsonMapper.builder().build();
        if (!fresh.isEmpty()) {
            List<String> names =
                    fresh.stream().map(p -> p.toAbsolutePath().toString()).toList();
            Iterator<String> done = JavaSparkContext.fromSparkContext(session.sparkContext())
                    .parallelize(names, names.size())
                    .mapPartitions(reading)
                    .collect()
                    .iterator();
            while (done.hasNext()) {
                String[] one = done.next().split("\n", 2);
                if (Parts.takeOver(archive, Path.of(one[0]))) {
                    told.accept(json.readValue(one[1], Importing.Outcome.class));
                }
            }
        }
        // What has grown, and what came in meanwhile, goes the usual way; what is known is told as known.
        List<Path> others = new ArrayList<>(paths);
        others.removeAll(fresh);
        if (!others.isEmpty()) {
            Importing.run(archive, reading.options(), others, told);
        }
    }
}
