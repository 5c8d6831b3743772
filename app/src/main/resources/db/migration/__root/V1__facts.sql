-- What checks, lists across rooms and reports may read: views that each room publishes in its own R__facts.sql.
GRANT USAGE ON SCHEMA facts TO ${app}, ${checks};
ALTER DEFAULT PRIVILEGES IN SCHEMA facts GRANT SELECT ON TABLES TO ${app}, ${checks};

-- One row: the digest of all migrations that this database has seen.
CREATE TABLE facts.installed_migrations (
  one    boolean PRIMARY KEY DEFAULT true CHECK (one),
  digest text        NOT NULL,
  at     timestamptz NOT NULL DEFAULT now()
);
