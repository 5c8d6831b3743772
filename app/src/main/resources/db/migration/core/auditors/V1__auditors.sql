GRANT USAGE ON SCHEMA auditors TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA auditors GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app};

-- Auditors from outside, each for a time; none is ever deleted. Their ids are of the same kind as people's.
CREATE TABLE auditors.auditor (
  id           uuid        PRIMARY KEY,
  name         text        NOT NULL,
  organization text        NOT NULL,
  mail         text        NOT NULL,
  language     text        NOT NULL CHECK (language IN ('ja', 'en')),
  starts_on    date        NOT NULL,
  ends_on      date        NOT NULL CHECK (ends_on >= starts_on),
  reason       text        NOT NULL,
  issued_by    text        NOT NULL,
  issued_at    timestamptz NOT NULL,
  ended_at     timestamptz
);
CREATE INDEX auditor_mail ON auditors.auditor (lower(mail));
CREATE INDEX auditor_issued ON auditors.auditor (issued_at);
