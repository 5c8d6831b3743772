GRANT USAGE ON SCHEMA findings TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA findings GRANT SELECT, INSERT, UPDATE ON TABLES TO ${app};

-- Exceptions for a time; none is ever deleted. seen is the digest of the facts that an exception was asked for.
CREATE TABLE findings.exception (
  id         uuid        PRIMARY KEY,
  check_id   integer     NOT NULL,
  subject    text        NOT NULL,
  clause     text        NOT NULL,
  reason     text        NOT NULL,
  measure    text        NOT NULL,
  ends_on    date        NOT NULL,
  seen       text        NOT NULL,
  state      text        NOT NULL CHECK (state IN ('asked', 'approved', 'refused', 'withdrawn', 'lapsed')),
  asked_by   text        NOT NULL,
  asked_at   timestamptz NOT NULL,
  settled_by text,
  settled_at timestamptz,
  comment    text        NOT NULL DEFAULT '',
  request    text
);
CREATE UNIQUE INDEX exception_one ON findings.exception (check_id, subject) WHERE state IN ('asked', 'approved');
CREATE INDEX exception_asked ON findings.exception (asked_at);

-- Corrective actions: of one subject, or, where it is empty, of all of a check.
CREATE TABLE findings.action (
  id             uuid    PRIMARY KEY,
  check_id       integer NOT NULL,
  subject        text    NOT NULL,
  clause         text    NOT NULL,
  cause          text    NOT NULL CHECK (cause IN ('not-lived', 'rule-insufficient', 'rule-short')),
  plan           text    NOT NULL,
  owner          uuid    NOT NULL,
  due_on         date    NOT NULL,
  needs_revision boolean NOT NULL,
  state          text    NOT NULL CHECK (state IN ('planned', 'carried-out', 'effective', 'closed')),
  done           text    NOT NULL DEFAULT '',
  done_on        date,
  review         text    NOT NULL DEFAULT '',
  reviewed_by    text,
  reviewed_on    date,
  closed_at      timestamptz,
  planned_by     text    NOT NULL,
  planned_at     timestamptz NOT NULL,
  version        integer NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX action_open ON findings.action (check_id, subject) WHERE state <> 'closed';
CREATE INDEX action_owner ON findings.action (owner) WHERE state <> 'closed';
