GRANT USAGE ON SCHEMA revision TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA revision GRANT SELECT, INSERT, UPDATE ON TABLES TO ${app};

-- Regulations in the making: a tailoring as a file's text, which forms and people change.
CREATE TABLE revision.draft (
  id           uuid        PRIMARY KEY,
  name         text        NOT NULL,
  tailoring    text        NOT NULL,
  based_on     integer     NOT NULL,
  base         text        NOT NULL,
  effective_on date,
  note         text        NOT NULL DEFAULT '',
  state        text        NOT NULL CHECK (state IN ('DRAFTING', 'ASKED', 'PUBLISHED', 'DISCARDED')),
  problem      text,
  published_as integer,
  opened_by    text        NOT NULL,
  opened_at    timestamptz NOT NULL,
  changed_at   timestamptz NOT NULL,
  version      integer     NOT NULL DEFAULT 0
);
CREATE INDEX draft_state ON revision.draft (state, changed_at DESC);

-- Documents of adopted revisions, frozen: written once, kept by their hash.
CREATE TABLE revision.document (
  revision integer     NOT NULL,
  language text        NOT NULL CHECK (language IN ('ja', 'en')),
  format   text        NOT NULL,
  sha256   text        NOT NULL,
  bytes    bigint      NOT NULL,
  at       timestamptz NOT NULL,
  PRIMARY KEY (revision, language, format)
);

-- Who has read which revision and says so.
CREATE TABLE revision.acknowledgement (
  revision integer     NOT NULL,
  person   uuid        NOT NULL,
  at       timestamptz NOT NULL,
  way      text        NOT NULL CHECK (way IN ('read', 'paper')),
  entered_by text      NOT NULL,
  PRIMARY KEY (revision, person)
);
CREATE INDEX acknowledgement_person ON revision.acknowledgement (person);
