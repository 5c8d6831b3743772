GRANT USAGE ON SCHEMA rest TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA rest GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app};

-- What was answered under which Idempotency-Key; written with the act itself.
CREATE TABLE rest.replay (
  caller   text  NOT NULL,
  key      text  NOT NULL,
  -- SHA-256 of method, address and body.
  asked    bytea NOT NULL,
  asked_at timestamptz NOT NULL,
  status   integer,
  location text,
  tag      text,
  body     text,
  PRIMARY KEY (caller, key)
);
CREATE INDEX replay_asked ON rest.replay (asked_at);
