package org.hoshimori.logarchive.spark;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.hoshimori.logarchive.Archive;
import org.hoshimori.logarchive.Asking;
import org.hoshimori.logarchive.SparkSql;
import org.jspecify.annotations.Nullable;

/** The archive's files as tables of Spark. */
final class SparkAsking implements Asking {

    private final SparkSession session;

    private SparkAsking(SparkSession session) {
        this.session = session;
    }

    static Opening on(SparkSession session) {
        return (Archive archive, Files files) -> {
            SparkAsking asking = new SparkAsking(session.newSession());
            asking.view("log", files.log(), files);
            asking.view("log_past", files.past(), files);
            asking.of("log_network", 4001);
            asking.of("log_http", 4002);
            asking.of("log_dns", 4003);
            asking.of("log_dhcp", 4004);
            return asking;
        };
    }

    private void view(String name, List<Path> paths, Files files) {
        Dataset<Row> rows = paths.isEmpty()
                ? session.createDataFrame(List.of(), schema(files.columns()))
                        .withColumn("source", functions.lit(""))
                        .withColumn("day", functions.lit(""))
                : session.read()
                        .schema(schema(files.columns())
                                .add("source", DataTypes.StringType)
                                .add("day", DataTypes.StringType))
                        .option("basePath", files.home().toUri().toString())
                        .parquet(paths.stream().map(p -> p.toUri().toString()).toArray(String[]::new));
        rows.createOrReplaceTempView(name);
    }

    private void of(String name, int classUid) {
        session.table("log").where("class_uid = " + classUid).createOrReplaceTempView(name);
    }

    private static StructType schema(List<Field> fields) {
        List<StructField> all = new ArrayList<>();
        for (Field field : fields) {
            all.add(DataTypes.createStructField(field.name(), type(field.type()), true));
        }
        return DataTypes.createStructType(all);
    }

    private static DataType type(Type type) {
        return switch (type) {
            case TEXT, ADDRESS -> DataTypes.StringType;
            case INTEGER -> DataTypes.IntegerType;
            case WHOLE -> DataTypes.LongType;
            case TRUTH -> DataTypes.BooleanType;
            case TIME -> DataTypes.TimestampNTZType;
        };
    }

    @Override
    public void table(String name, List<Field> fields, List<List<@Nullable Object>> rows) {
        List<Row> all = new ArrayList<>();
        for (List<@Nullable Object> row : rows) {
            @Nullable Object[] values = row.toArray();
            for (int i = 0; i < values.length; i++) {
                if (values[i] instanceof Long micros && fields.get(i).type() == Type.TIME) {
                    values[i] = LocalDateTime.ofEpochSecond(
                            Math.floorDiv(micros, 1_000_000L),
                            (int) Math.floorMod(micros, 1_000_000L) * 1000,
                            ZoneOffset.UTC);
                }
            }
            all.add(RowFactory.create(values));
        }
        Dataset<Row> made = session.createDataFrame(
                JavaSparkContext.fromSparkContext(session.sparkContext()).parallelize(all), schema(fields));
        made.cache().createOrReplaceTempView(name);
    }

    /** Texts stay texts here. */
    @Override
    public void addresses(String table) {}

    @Override
    public void keep(String name, String sql) throws SQLException {
        try {
            session.sql(SparkSql.of(sql)).cache().createOrReplaceTempView(name);
        } catch (RuntimeException e) {
            throw new SQLException(e.getMessage(), e);
        } catch (Exception e) {
            if (e instanceof AnalysisException) {
                throw new SQLException(e.getMessage(), e);
            }
            throw e;
        }
    }

    @Override
    public void answer(String sql, Consumer<List<String>> head, Consumer<List<@Nullable Object>> row)
            throws SQLException {
        try {
            Dataset<Row> answer = session.sql(SparkSql.of(sql));
            head.accept(List.of(answer.columns()));
            // In the answer's order, a part at a time.
            for (Iterator<Row> rows = answer.collectAsList().iterator(); rows.hasNext(); ) {
                Row one = rows.next();
                List<@Nullable Object> values = new ArrayList<>();
                for (int i = 0; i < one.size(); i++) {
                    values.add(plain(one.get(i)));
                }
                row.accept(values);
            }
        } catch (RuntimeException e) {
            throw new SQLException(e.getMessage(), e);
        } catch (Exception e) {
            if (e instanceof AnalysisException) {
                throw new SQLException(e.getMessage(), e);
            }
            throw e;
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Number number -> number;
            case Boolean truth -> truth;
            case LocalDateTime time -> time.toInstant(ZoneOffset.UTC).toString();
            case java.sql.Timestamp time -> time.toInstant().toString();
            default -> value.toString();
        };
    }

    @Override
    public void close() {
        session.catalog().clearCache();
    }
}
