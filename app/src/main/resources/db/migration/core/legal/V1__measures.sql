GRANT USAGE ON SCHEMA legal TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA legal GRANT SELECT, INSERT, UPDATE ON TABLES TO ${app};

-- What was done because a law asks for it, by the act that it belongs to.
CREATE TABLE legal.measure (
  subject   text   PRIMARY KEY,
  page      text   NOT NULL,
  laws      text[] NOT NULL CHECK (cardinality(laws) > 0),
  measure   text   NOT NULL CHECK (measure <> ''),
  stated_by text   NOT NULL,
  stated_at timestamptz NOT NULL
);
CREATE INDEX measure_latest ON legal.measure (stated_at DESC, subject);
CREATE INDEX measure_laws ON legal.measure USING gin (laws);
