-- Backups that the running server has made, or tried to.
GRANT USAGE ON SCHEMA exchange TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA exchange GRANT SELECT, INSERT, UPDATE ON TABLES TO ${app};

CREATE TABLE exchange.backup (
  id         uuid PRIMARY KEY,
  begun_at   timestamptz NOT NULL,
  begun_by   text        NOT NULL,
  ended_at   timestamptz,
  state      text        NOT NULL CHECK (state IN ('running', 'made', 'failed', 'cancelled')),
  file       text        NOT NULL,
  bytes      bigint,
  sha256     text,
  -- What the failure is called, and words of the system about it.
  failure    text,
  removed_at timestamptz
);
CREATE INDEX backup_begun ON exchange.backup (begun_at DESC);
CREATE UNIQUE INDEX backup_one_at_a_time ON exchange.backup (state) WHERE state = 'running';
