-- A company's own text that is being taken over into a draft: the file as it came, one a draft.
CREATE TABLE revision.own_text (
  draft   uuid        PRIMARY KEY REFERENCES revision.draft (id),
  name    text        NOT NULL,
  sha256  text        NOT NULL,
  content bytea       NOT NULL,
  sent_by text        NOT NULL,
  sent_at timestamptz NOT NULL
);

-- What went out for somebody to look over, so that what comes back can be compared with it.
CREATE TABLE revision.sent (
  draft     uuid        NOT NULL REFERENCES revision.draft (id),
  digest    text        NOT NULL,
  language  text        NOT NULL CHECK (language IN ('ja', 'en')),
  tailoring text        NOT NULL,
  content   bytea       NOT NULL,
  sent_by   text        NOT NULL,
  sent_at   timestamptz NOT NULL,
  PRIMARY KEY (draft, digest, language)
);

-- What came back: changes and comments, one by one, until each is taken or dismissed.
CREATE TABLE revision.remark (
  id         uuid        PRIMARY KEY,
  draft      uuid        NOT NULL REFERENCES revision.draft (id),
  file       text        NOT NULL,
  sha256     text        NOT NULL,
  digest     text        NOT NULL,
  language   text        NOT NULL,
  place      integer     NOT NULL,
  kind       text        NOT NULL CHECK (kind IN ('TRACKED', 'SILENT', 'COMMENT')),
  clause     text        NOT NULL,
  entry      text        NOT NULL,
  author     text        NOT NULL,
  at         text        NOT NULL,
  before     text        NOT NULL,
  after      text        NOT NULL,
  state      text        NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'TAKEN', 'DISMISSED')),
  note       text        NOT NULL DEFAULT '',
  settled_by text,
  settled_at timestamptz
);
CREATE INDEX remark_draft ON revision.remark (draft, state);
CREATE UNIQUE INDEX remark_once ON revision.remark (draft, sha256, place);
