GRANT USAGE ON SCHEMA mail TO ${app};

-- Mail that somebody has handed in, for an hour at most, so that it can be looked at and reported; one a person.
CREATE TABLE mail.held (
  person  uuid PRIMARY KEY,
  held_at timestamptz NOT NULL,
  name    text        NOT NULL,
  content bytea       NOT NULL
);
CREATE INDEX held_at ON mail.held (held_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON mail.held TO ${app};

-- Reported mail; none is ever deleted.
CREATE TABLE mail.report (
  id          uuid PRIMARY KEY,
  reported_at timestamptz NOT NULL,
  reporter    uuid        NOT NULL,
  sender      text        NOT NULL,
  subject     text        NOT NULL,
  verdict     text        NOT NULL CHECK (verdict IN ('dangerous', 'caution', 'clear', 'unreadable')),
  -- The regulation's indicators that held, and how many it called several at that time.
  signs       text[]      NOT NULL,
  several     integer     NOT NULL,
  words       text        NOT NULL,
  sha256      text        NOT NULL,
  -- Whether the mail itself could be kept.
  kept        boolean     NOT NULL,
  state       text        NOT NULL CHECK (state IN ('open', 'harmful', 'harmless')),
  settled_at  timestamptz,
  settled_by  uuid,
  answer      text        NOT NULL DEFAULT ''
);
CREATE INDEX report_reporter ON mail.report (reporter, reported_at DESC);
CREATE INDEX report_at ON mail.report (reported_at DESC, id);
CREATE INDEX report_open ON mail.report (reported_at, id) WHERE state = 'open';
GRANT SELECT, INSERT, UPDATE ON mail.report TO ${app};
