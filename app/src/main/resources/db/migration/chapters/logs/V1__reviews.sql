GRANT USAGE ON SCHEMA logs TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA logs GRANT SELECT, INSERT, UPDATE ON TABLES TO ${app};

-- Long work on the archive of logs: asked for, taken up by a job, ended in one of three ways. The last one asked for counts.
CREATE TABLE logs.work (
  id       uuid PRIMARY KEY,
  kind     text NOT NULL CHECK (kind IN ('verification', 'review')),
  state    text NOT NULL CHECK (state IN ('asked', 'running', 'done', 'failed', 'cancelled')),
  asked_at timestamptz NOT NULL,
  asked_by text NOT NULL,
  from_day date,
  until_day date,
  begun_at timestamptz,
  ended_at timestamptz,
  done     integer NOT NULL DEFAULT 0,
  total    integer NOT NULL DEFAULT 0,
  -- Somebody wants it to end.
  stop     boolean NOT NULL DEFAULT false,
  failure  text NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX work_one ON logs.work (kind) WHERE state IN ('asked', 'running');
CREATE INDEX work_asked ON logs.work (kind, asked_at DESC);

CREATE TABLE logs.verification (
  id           uuid PRIMARY KEY REFERENCES logs.work,
  verified_at  timestamptz NOT NULL,
  intact       boolean NOT NULL,
  -- The hash of the manifest's last line: the next verification asks whether the manifest still knows it.
  head         text NOT NULL,
  entries      bigint NOT NULL,
  files        bigint NOT NULL,
  rows         bigint NOT NULL,
  bytes        bigint NOT NULL,
  gaps         integer NOT NULL,
  early        integer NOT NULL,
  faults       jsonb NOT NULL,
  confirmed_at timestamptz,
  confirmed_by text,
  note         text NOT NULL DEFAULT ''
);
CREATE INDEX verification_at ON logs.verification (verified_at DESC);

-- Where logs come from, as of the last look at the manifest.
CREATE TABLE logs.source (
  name      text PRIMARY KEY,
  rows      bigint NOT NULL,
  first_at  timestamptz,
  last_at   timestamptz,
  gap_from  timestamptz,
  gap_until timestamptz,
  looked_at timestamptz NOT NULL
);
GRANT DELETE ON logs.source TO ${app};

CREATE TABLE logs.review (
  id        uuid PRIMARY KEY REFERENCES logs.work,
  held_at   timestamptz NOT NULL,
  from_day  date NOT NULL,
  until_day date NOT NULL,
  rows      bigint NOT NULL,
  hits      integer NOT NULL,
  -- What each rule answered: rule, question, title, means, advice, missing registers, number of hits.
  answers   jsonb NOT NULL,
  closed_at timestamptz,
  closed_by text,
  note      text NOT NULL DEFAULT ''
);
CREATE INDEX review_held ON logs.review (held_at DESC);

-- Whatever some review has found, the same in every review that finds it again.
CREATE TABLE logs.hit (
  id             text PRIMARY KEY,
  rule           text NOT NULL,
  question       text NOT NULL,
  first_found_at timestamptz NOT NULL,
  last_found_at  timestamptz NOT NULL
);

CREATE TABLE logs.found (
  review   uuid NOT NULL REFERENCES logs.review,
  hit      text NOT NULL REFERENCES logs.hit,
  position integer NOT NULL,
  ja       text NOT NULL,
  en       text NOT NULL,
  rows     jsonb NOT NULL,
  PRIMARY KEY (review, hit)
);
CREATE INDEX found_position ON logs.found (review, position);
CREATE INDEX found_hit ON logs.found (hit);

-- The last word on a hit; all of them stand in the record and in the archive's own marks.jsonl.
CREATE TABLE logs.mark (
  -- The hit.
  id      text PRIMARY KEY,
  state   text NOT NULL CHECK (state IN ('explained', 'incident')),
  note    text NOT NULL,
  said_at timestamptz NOT NULL,
  -- Who: a person's id, or a name where it was said on the command line.
  said_by text NOT NULL
);
