-- Permissions given by name, for a time; none is ever deleted. More follow from posts.
CREATE TABLE identity.named_grant (
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
CREATE INDEX named_grant_person ON identity.named_grant (person);
CREATE INDEX named_grant_granted ON identity.named_grant (granted_at);

-- What earlier versions kept goes on, from today and without an end.
INSERT INTO identity.named_grant (id, person, permission, starts_on, reason, granted_by, granted_at)
SELECT gen_random_uuid(), person, permission, (now() AT TIME ZONE 'Asia/Tokyo')::date, '', 'system:first-start', now()
  FROM identity.permission;
DROP TABLE identity.permission;
