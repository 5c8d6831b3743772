GRANT USAGE ON SCHEMA company TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA company GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app};

-- One row at most: the company that this installation serves.
CREATE TABLE company.company (
  id                 boolean PRIMARY KEY DEFAULT true CHECK (id),
  name               text    NOT NULL,
  name_en            text    NOT NULL,
  business           text[]  NOT NULL,
  fiscal_year_begins integer NOT NULL CHECK (fiscal_year_begins BETWEEN 1 AND 12),
  version            integer NOT NULL DEFAULT 0
);

-- Days on which the company does not work, beside Saturdays, Sundays and holidays.
CREATE TABLE company.day_off (
  day  date PRIMARY KEY,
  name text NOT NULL
);
