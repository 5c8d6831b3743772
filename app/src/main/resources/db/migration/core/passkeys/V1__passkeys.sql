GRANT USAGE ON SCHEMA passkeys TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA passkeys GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app};

-- The public half of each key, as WebAuthn names its parts; who it is of, and the owner's word for it.
CREATE TABLE passkeys.passkey (
  id          uuid        PRIMARY KEY,
  person      uuid        NOT NULL,
  credential  bytea       NOT NULL UNIQUE,
  name        text        NOT NULL,
  public_key  bytea       NOT NULL,
  signatures  bigint      NOT NULL,
  verified    boolean     NOT NULL,
  eligible    boolean     NOT NULL,
  carried     boolean     NOT NULL,
  transports  text        NOT NULL,
  attestation bytea       NOT NULL,
  client_data bytea       NOT NULL,
  since       timestamptz NOT NULL,
  last_used   timestamptz
);
CREATE INDEX passkey_person ON passkeys.passkey (person);
