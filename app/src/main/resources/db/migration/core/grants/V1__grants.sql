GRANT USAGE ON SCHEMA grants TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA grants GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app};

-- Permissions given by name, for a time; none is ever deleted. More follow from posts.
CREATE TABLE grants.named_grant (
  id           uuid        PRIMARY KEY,
  person       uuid        NOT NULL,
  permission   text        NOT NULL,
  starts_on    date        NOT NULL,
  ends_on      date        CHECK (ends_on >= starts_on),
  reason       text        NOT NULL,
  granted_by   text        NOT NULL,
  granted_at   timestamptz NOT NULL,
  withdrawn_at timestamptz,
  withdrawn_by text
);
CREATE INDEX named_grant_person ON grants.named_grant (person);
CREATE INDEX named_grant_granted ON grants.named_grant (granted_at);
