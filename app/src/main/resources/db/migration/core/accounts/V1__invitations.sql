GRANT USAGE ON SCHEMA accounts TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA accounts GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app};

-- Links by which people set their first or a forgotten password; only the link's hash is kept.
CREATE TABLE accounts.invitation (
  key_hash   bytea       PRIMARY KEY,
  person     uuid        NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX invitation_person ON accounts.invitation (person);

-- People who say that they have forgotten their password, until an administrator gives them a link.
CREATE TABLE accounts.reset_request (
  person  uuid        PRIMARY KEY,
  at      timestamptz NOT NULL,
  address text        NOT NULL
);
