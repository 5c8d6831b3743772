GRANT USAGE ON SCHEMA hooks TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA hooks GRANT SELECT, INSERT, UPDATE ON TABLES TO ${app};

-- Somewhere that is told; its secret is derived from one outside the database.
CREATE TABLE hooks.webhook (
  id       uuid PRIMARY KEY,
  name     text   NOT NULL,
  address  text   NOT NULL,
  acts     text[] NOT NULL,
  made_at  timestamptz NOT NULL,
  ended_at timestamptz
);

-- What is to be told; written with the act, told after it.
CREATE TABLE hooks.delivery (
  id      uuid PRIMARY KEY,
  webhook uuid    NOT NULL REFERENCES hooks.webhook,
  -- What is told under the same key again is not told again.
  key     text    NOT NULL,
  body    text    NOT NULL,
  state   text    NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'undeliverable', 'dropped')),
  told_at timestamptz NOT NULL,
  next_at timestamptz NOT NULL,
  tries   integer NOT NULL DEFAULT 0,
  failure text    NOT NULL DEFAULT '',
  UNIQUE (webhook, key)
);
CREATE INDEX delivery_due ON hooks.delivery (next_at) WHERE state = 'waiting';
CREATE INDEX delivery_old ON hooks.delivery (told_at) WHERE state <> 'waiting';
GRANT DELETE ON hooks.delivery TO ${app};
