GRANT USAGE ON SCHEMA backups TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA backups GRANT SELECT, INSERT, UPDATE ON TABLES TO ${app};

-- What is backed up, and how it stands; every change of it is on record.
CREATE TABLE backups.plan (
  id           uuid PRIMARY KEY,
  code         text NOT NULL,
  name         text NOT NULL,
  -- Row of the regulation's table, or empty.
  target       text NOT NULL,
  equipment    uuid NOT NULL,
  object       text NOT NULL,
  method       text NOT NULL,
  destination  text NOT NULL CHECK (destination IN ('nas', 'portable', 'cloud', 'server')),
  kept         text NOT NULL CHECK (kept IN ('locked-cabinet', 'locked-rack', 'open', 'outside')),
  place        uuid,
  assessment   uuid,
  encrypted    boolean NOT NULL,
  -- RFC 5545, counted from the day on which the plan begins.
  rule         text    NOT NULL,
  begins       date    NOT NULL,
  at           time    NOT NULL,
  on_days_off  boolean NOT NULL,
  grace_hours  integer NOT NULL CHECK (grace_hours BETWEEN 1 AND 168),
  longest_gap  integer NOT NULL,
  least_bytes  bigint  NOT NULL CHECK (least_bytes >= 0),
  shrink       integer NOT NULL CHECK (shrink BETWEEN 0 AND 100),
  responsible  uuid    NOT NULL,
  in_use       boolean NOT NULL,
  note         text    NOT NULL,
  -- How it stands; worked out anew with every result and whenever one is missed.
  standing     text    NOT NULL CHECK (standing IN ('none-yet', 'fine', 'failed', 'too-small', 'missed')),
  since        timestamptz NOT NULL,
  last_good_at timestamptz,
  last_tested  date,
  -- What was due before is not looked for; up to when it has been.
  watched_from timestamptz NOT NULL,
  looked_up_to timestamptz NOT NULL,
  searched     text    NOT NULL,
  bigrams      text[]  NOT NULL,
  changed_at   timestamptz NOT NULL,
  version      integer NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX plan_code ON backups.plan (code);
CREATE INDEX plan_bigrams ON backups.plan USING gin (bigrams);
CREATE INDEX plan_responsible ON backups.plan (responsible) WHERE in_use;
CREATE INDEX plan_standing ON backups.plan (standing) WHERE in_use;

-- Results as they came in; none is ever changed.
CREATE TABLE backups.run (
  id          uuid PRIMARY KEY,
  plan        uuid NOT NULL REFERENCES backups.plan,
  -- What whoever reported it calls it.
  key         text NOT NULL,
  ok          boolean NOT NULL,
  judged      text NOT NULL CHECK (judged IN ('fine', 'failed', 'too-small')),
  begun_at    timestamptz NOT NULL,
  ended_at    timestamptz NOT NULL,
  bytes       bigint NOT NULL CHECK (bytes >= -1),
  note        text NOT NULL,
  way         text NOT NULL,
  reported_at timestamptz NOT NULL,
  reported_by text NOT NULL
);
CREATE UNIQUE INDEX run_key ON backups.run (plan, key);
CREATE INDEX run_ended ON backups.run (plan, ended_at DESC);

-- When a result should have come and did not; met_by where it turned out later that one was in time.
CREATE TABLE backups.missed (
  plan     uuid NOT NULL REFERENCES backups.plan,
  due_at   timestamptz NOT NULL,
  noted_at timestamptz NOT NULL,
  met_by   uuid,
  PRIMARY KEY (plan, due_at)
);

CREATE TABLE backups.restore_test (
  id          uuid PRIMARY KEY,
  plan        uuid NOT NULL REFERENCES backups.plan,
  tested_on   date NOT NULL,
  restored    text NOT NULL,
  minutes     integer NOT NULL CHECK (minutes >= 0),
  succeeded   boolean NOT NULL,
  note        text NOT NULL,
  tested_by   text NOT NULL,
  recorded_at timestamptz NOT NULL
);
CREATE INDEX restore_test_plan ON backups.restore_test (plan, tested_on DESC);

-- Secrets by which scripts report; only their hashes are kept.
CREATE TABLE backups.token (
  id           uuid PRIMARY KEY,
  plan         uuid NOT NULL REFERENCES backups.plan,
  secret       bytea NOT NULL,
  made_at      timestamptz NOT NULL,
  made_by      text NOT NULL,
  last_used_at timestamptz,
  revoked_at   timestamptz
);
CREATE UNIQUE INDEX token_secret ON backups.token (secret);
CREATE INDEX token_plan ON backups.token (plan);

-- How often whoever reports has called within a minute.
CREATE TABLE backups.calls (
  caller text NOT NULL,
  minute timestamptz NOT NULL,
  number integer NOT NULL,
  PRIMARY KEY (caller, minute)
);
GRANT DELETE ON backups.calls TO ${app};

-- The rows of the regulation's table, as the revision in force lists them.
CREATE TABLE backups.target (
  id       text PRIMARY KEY,
  listed   boolean NOT NULL,
  revision text NOT NULL
);
