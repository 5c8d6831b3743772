package org.hoshimori.core.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hoshimori.core.sheets.Importable;
import org.hoshimori.core.sheets.Mapping;
import org.hoshimori.core.sheets.Shape;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the tables look that companies keep: exports have the columns and headings of what was last taken in, in each language. */
@Repository
public class Shapes {

    private final JdbcClient sql;

    Shapes(JdbcClient sql) {
        this.sql = sql;
    }

    /** Remembers how a table looked that was taken in, where the register keeps to it. */
    public void keep(Importable<?> register, Mapping mapping, Locale locale) {
        if (!register.keepsShape()) {
            return;
        }
        List<Shape.Column> columns = Shape.of(mapping).columns();
        sql.sql("""
                INSERT INTO exchange.shape (register, language, fields, groups, headings)
                VALUES (:register, :language, :fields, :groups, :headings)
                ON CONFLICT (register, language) DO UPDATE
                   SET fields = excluded.fields, groups = excluded.groups, headings = excluded.headings""")
                .param("register", register.code())
                .param("language", locale.getLanguage())
                .param("fields", columns.stream().map(Shape.Column::field).toArray(String[]::new))
                .param("groups", columns.stream().map(Shape.Column::group).toArray(String[]::new))
                .param("headings", columns.stream().map(Shape.Column::heading).toArray(String[]::new))
                .update();
    }

    /** The register's own where nothing was taken in. */
    Shape of(Importable<?> register, Locale locale) {
        if (!register.keepsShape()) {
            return Shape.OWN;
        }
        return sql.sql(
                        "SELECT fields, groups, headings FROM exchange.shape WHERE register = :register AND language = :language")
                .param("register", register.code())
                .param("language", locale.getLanguage())
                .query((row, n) -> {
                    String[] fields = (String[]) row.getArray("fields").getArray();
                    String[] groups = (String[]) row.getArray("groups").getArray();
                    String[] headings = (String[]) row.getArray("headings").getArray();
                    List<Shape.Column> columns = new ArrayList<>();
                    for (int i = 0; i < fields.length; i++) {
                        columns.add(new Shape.Column(fields[i], groups[i], headings[i]));
                    }
                    return new Shape(columns);
                })
                .optional()
                .orElse(Shape.OWN);
    }
}
