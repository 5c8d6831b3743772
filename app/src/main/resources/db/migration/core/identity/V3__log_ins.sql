-- Whether the password was held against the rule of privileged accounts: who becomes privileged later sets a stronger one.
ALTER TABLE identity.password ADD COLUMN privileged boolean NOT NULL DEFAULT false;
UPDATE identity.password p SET privileged = EXISTS (SELECT 1 FROM identity.permission q WHERE q.person = p.person);
ALTER TABLE identity.password ALTER COLUMN privileged DROP DEFAULT;

-- Log-ins and attempts, for the owner of the account to look at; the record holds them too.
CREATE TABLE identity.log_in (
  id        bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  person    uuid        NOT NULL,
  at        timestamptz NOT NULL,
  door      text        NOT NULL,
  succeeded boolean     NOT NULL,
  address   text        NOT NULL,
  agent     text        NOT NULL
);
CREATE INDEX log_in_person ON identity.log_in (person, id);
