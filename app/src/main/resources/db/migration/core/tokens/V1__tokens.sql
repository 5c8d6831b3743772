GRANT USAGE ON SCHEMA tokens TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA tokens GRANT SELECT, INSERT, UPDATE ON TABLES TO ${app};

-- Secrets by which programs use the API; only their hashes are kept, and a token's row is never removed.
CREATE TABLE tokens.token (
  id           uuid PRIMARY KEY,
  name         text   NOT NULL,
  kind         text   NOT NULL CHECK (kind IN ('personal', 'integration')),
  -- For whom it acts, or who answers for it.
  person       uuid   NOT NULL,
  secret       bytea  NOT NULL,
  scopes       text[] NOT NULL CHECK (cardinality(scopes) > 0),
  permissions  text[] NOT NULL,
  made_at      timestamptz NOT NULL,
  made_by      text        NOT NULL,
  expires_at   timestamptz NOT NULL CHECK (expires_at > made_at),
  last_used_at timestamptz,
  revoked_at   timestamptz
);
CREATE UNIQUE INDEX token_secret ON tokens.token (secret);
CREATE INDEX token_person ON tokens.token (person, made_at DESC);
CREATE INDEX token_made ON tokens.token (made_at DESC, id);

-- How often whoever calls has called within a minute.
CREATE TABLE tokens.calls (
  caller text        NOT NULL,
  minute timestamptz NOT NULL,
  number integer     NOT NULL,
  PRIMARY KEY (caller, minute)
);
GRANT DELETE ON tokens.calls TO ${app};
