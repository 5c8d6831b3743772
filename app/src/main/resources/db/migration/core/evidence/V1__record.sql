-- The application may add to the record and read it; only the owner's function below removes a detail.
GRANT USAGE ON SCHEMA evidence TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA evidence GRANT SELECT, INSERT ON TABLES TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA evidence GRANT USAGE, SELECT ON SEQUENCES TO ${app};

CREATE SEQUENCE evidence.entry_sequence;

CREATE TABLE evidence.entry (
  sequence   bigint      PRIMARY KEY,
  epoch      integer     NOT NULL,
  time       timestamptz NOT NULL,
  actor      text        NOT NULL,
  act        text        NOT NULL,
  subject    text        NOT NULL,
  clause     text,
  revision   text,
  demo       boolean     NOT NULL,
  commitment bytea       NOT NULL,
  leaf       bytea       NOT NULL,
  mac        bytea       NOT NULL
);
CREATE INDEX entry_subject ON evidence.entry (subject, sequence);
CREATE INDEX entry_actor ON evidence.entry (actor, sequence);
CREATE INDEX entry_act ON evidence.entry (act, sequence);
CREATE INDEX entry_clause ON evidence.entry (clause, sequence);
CREATE INDEX entry_time ON evidence.entry (time);

CREATE TABLE evidence.detail (
  sequence bigint PRIMARY KEY REFERENCES evidence.entry (sequence),
  salt     bytea NOT NULL,
  detail   bytea NOT NULL
);

-- Signed heads, as the file outside the database holds them too; frontier is the tree's state to go on from.
CREATE TABLE evidence.head (
  number   integer PRIMARY KEY,
  epoch    integer NOT NULL,
  size     bigint  NOT NULL,
  sequence bigint  NOT NULL,
  line     text    NOT NULL,
  frontier bytea[] NOT NULL,
  UNIQUE (epoch, size)
);

CREATE FUNCTION evidence.remove_detail(which bigint) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = evidence, pg_temp
  AS 'DELETE FROM evidence.detail WHERE sequence = which';
REVOKE ALL ON FUNCTION evidence.remove_detail FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evidence.remove_detail TO ${app};
