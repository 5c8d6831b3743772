-- Auditors from outside, each for a time; none is ever deleted. Their ids are of the same kind as people's.
CREATE TABLE identity.auditor (
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
CREATE INDEX auditor_mail ON identity.auditor (lower(mail));
CREATE INDEX auditor_issued ON identity.auditor (issued_at);
