GRANT USAGE ON SCHEMA directory TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA directory GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app};

-- What the directory and the register of people say otherwise, until it is gone or decided.
CREATE TABLE directory.difference (
  id      uuid        PRIMARY KEY,
  key     text        NOT NULL UNIQUE,
  kind    text        NOT NULL CHECK (kind IN ('joiner', 'mover', 'leaver', 'lingers', 'clash')),
  person  uuid,
  dn      text,
  number  text        NOT NULL,
  mail    text        NOT NULL,
  family  text        NOT NULL,
  given   text        NOT NULL,
  changed text[]      NOT NULL,
  since   timestamptz NOT NULL,
  state   text        NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'confirmed', 'dismissed'))
);
CREATE INDEX difference_open ON directory.difference (kind, since) WHERE state = 'open';
