GRANT USAGE ON SCHEMA assets TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA assets GRANT SELECT, INSERT, UPDATE ON TABLES TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA assets GRANT USAGE ON SEQUENCES TO ${app};

-- Information assets; no row is ever deleted.
CREATE TABLE assets.asset (
  id                   uuid PRIMARY KEY,
  -- What stands on the label.
  code                 text NOT NULL UNIQUE,
  area                 text NOT NULL DEFAULT '',
  name                 text NOT NULL,
  note                 text NOT NULL DEFAULT '',
  department           uuid NOT NULL,
  -- Who may use it besides: all departments, or these; and people outside, in words.
  everybody            boolean NOT NULL DEFAULT false,
  users                uuid[] NOT NULL DEFAULT '{}',
  outsiders            text NOT NULL DEFAULT '',
  medium               text NOT NULL CHECK (medium IN ('server', 'cloud', 'device', 'portable', 'paper', 'other')),
  place                text NOT NULL DEFAULT '',
  -- What of the estate holds it.
  systems              uuid[] NOT NULL DEFAULT '{}',
  retained_until       date,
  personal_information text NOT NULL CHECK (personal_information IN ('none', 'ordinary', 'specific', 'sensitive')),
  confidentiality      integer NOT NULL CHECK (confidentiality BETWEEN 1 AND 3),
  integrity            integer NOT NULL CHECK (integrity BETWEEN 1 AND 2),
  availability         integer NOT NULL CHECK (availability BETWEEN 1 AND 2),
  importance           integer NOT NULL CHECK (importance BETWEEN 1 AND 3),
  -- Whether somebody has stated the importance, or it follows from the values by the regulation in force.
  importance_stated    boolean NOT NULL DEFAULT false,
  -- Why it has these values.
  reason               text NOT NULL DEFAULT '',
  -- Codes of the criteria of the regulation that apply; none where nobody was asked.
  answers              text[] NOT NULL DEFAULT '{}',
  -- Codes of the laws that fix its handling.
  legal                text[] NOT NULL DEFAULT '{}',
  -- Where its confidentiality is shown, and why in the register only.
  marking              text NOT NULL CHECK (marking IN ('folder', 'document', 'register')),
  marking_reason       text NOT NULL DEFAULT '',
  registered_on        date NOT NULL,
  state                text NOT NULL CHECK (state IN ('in-use', 'gone')),
  -- What it is searched by, folded, and every two neighbouring characters of it.
  searched             text   NOT NULL,
  bigrams              text[] NOT NULL,
  changed_at           timestamptz NOT NULL,
  version              integer NOT NULL DEFAULT 0
);
CREATE INDEX asset_bigrams ON assets.asset USING gin (bigrams);
CREATE INDEX asset_users ON assets.asset USING gin (users);
CREATE INDEX asset_department ON assets.asset (department, state, code);
CREATE INDEX asset_name ON assets.asset (name, id);
CREATE INDEX asset_confidentiality ON assets.asset (confidentiality DESC, code);
CREATE INDEX asset_importance ON assets.asset (importance DESC, code);
CREATE INDEX asset_changed ON assets.asset (changed_at DESC, id);
CREATE INDEX asset_retained ON assets.asset (retained_until, code);

-- Numbers for assets that nobody gives a code.
CREATE SEQUENCE assets.code;

-- Ratings with a lower value, which wait for approval or waited once.
CREATE TABLE assets.lowering (
  id              uuid PRIMARY KEY,
  asset           uuid NOT NULL REFERENCES assets.asset,
  confidentiality integer NOT NULL,
  integrity       integer NOT NULL,
  availability    integer NOT NULL,
  -- 0 where it follows from the values.
  importance      integer NOT NULL,
  reason          text NOT NULL,
  answers         text[] NOT NULL,
  state           text NOT NULL CHECK (state IN ('asked', 'approved', 'refused')),
  asked_at        timestamptz NOT NULL
);
CREATE UNIQUE INDEX lowering_open ON assets.lowering (asset) WHERE state = 'asked';

-- Inventory rounds: once a year each department confirms what it has.
CREATE TABLE assets.round (
  id         uuid PRIMARY KEY,
  department uuid NOT NULL,
  opened_at  timestamptz NOT NULL,
  opened_by  text NOT NULL,
  closed_at  timestamptz,
  closed_by  text,
  -- Why some were left open, where some were.
  note       text NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX round_open ON assets.round (department) WHERE closed_at IS NULL;
CREATE INDEX round_department ON assets.round (department, opened_at DESC);

-- What there was when a round began, and what was said of each; nothing yet where it is null.
CREATE TABLE assets.round_row (
  round  uuid NOT NULL REFERENCES assets.round,
  asset  uuid NOT NULL REFERENCES assets.asset,
  answer text CHECK (answer IN ('confirmed', 'changed', 'gone')),
  PRIMARY KEY (round, asset)
);
CREATE INDEX round_row_asset ON assets.round_row (asset) WHERE answer IS NULL;
