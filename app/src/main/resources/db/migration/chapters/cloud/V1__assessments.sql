GRANT USAGE ON SCHEMA cloud TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA cloud GRANT SELECT, INSERT, UPDATE ON TABLES TO ${app};

-- Whether a cloud service may keep our backups; none is ever deleted.
CREATE TABLE cloud.assessment (
  id            uuid PRIMARY KEY,
  service       text NOT NULL,
  provider      uuid NOT NULL,
  purpose       text NOT NULL,
  -- Whether the provider's terms, policy and measures fit our regulations, and on what that rests.
  terms_fit     boolean NOT NULL,
  terms_note    text NOT NULL,
  policy_fit    boolean NOT NULL,
  policy_note   text NOT NULL,
  measures_fit  boolean NOT NULL,
  measures_note text NOT NULL,
  -- ISO 3166-1, two letters; within Japan the prefecture, two digits.
  country       text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
  prefecture    text NOT NULL,
  region        text NOT NULL,
  apart         text NOT NULL,
  ends_on       date NOT NULL,
  state         text NOT NULL CHECK (state IN ('draft', 'asked', 'approved', 'refused', 'withdrawn', 'lapsed')),
  -- What was approved, as canonical JSON.
  approved      text,
  settled_at    timestamptz,
  changed_by    text NOT NULL,
  changed_at    timestamptz NOT NULL,
  version       integer NOT NULL DEFAULT 0
);
CREATE INDEX assessment_state ON cloud.assessment (state, ends_on);
CREATE INDEX assessment_service ON cloud.assessment (service, id);
