GRANT USAGE ON SCHEMA regulation TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA regulation GRANT SELECT, INSERT ON TABLES TO ${app};

-- Adopted regulations, whole, as they were resolved: catalog, tailoring, both languages, every parameter. Never changed.
CREATE TABLE regulation.revision (
  number       integer     PRIMARY KEY,
  effective_at timestamptz NOT NULL UNIQUE,
  adopted_at   timestamptz NOT NULL,
  adopted_by   text        NOT NULL,
  digest       text        NOT NULL,
  snapshot     bytea       NOT NULL
);
