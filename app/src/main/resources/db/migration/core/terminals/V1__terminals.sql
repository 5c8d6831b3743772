GRANT USAGE ON SCHEMA terminals TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA terminals GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app};

-- Which device is known by which client certificate; what was revoked stays, so that it is never entered again.
CREATE TABLE terminals.terminal (
  id            uuid        PRIMARY KEY,
  device        uuid        NOT NULL,
  fingerprint   text        NOT NULL UNIQUE,
  serial        text        NOT NULL,
  subject       text        NOT NULL,
  issuer        text        NOT NULL,
  starts_at     timestamptz NOT NULL,
  expires_at    timestamptz NOT NULL,
  registered_at timestamptz NOT NULL,
  revoked_at    timestamptz,
  reason        text        NOT NULL DEFAULT ''
);
CREATE INDEX terminal_device ON terminals.terminal (device);
