GRANT USAGE ON SCHEMA estate TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA estate GRANT SELECT, INSERT, UPDATE ON TABLES TO ${app};

-- Systems, sites and rooms, devices and media, outside parties; what chapters ask of them stands in the chapters' own tables.
CREATE TABLE estate.item (
  id         uuid PRIMARY KEY,
  noun       text NOT NULL CHECK (noun IN ('information-system', 'site', 'device', 'party')),
  number     text NOT NULL,
  name       text NOT NULL,
  sort       text NOT NULL,
  owner      uuid,
  department uuid,
  -- Confidentiality, 1 to 3; 0 where nobody has said.
  level      integer NOT NULL CHECK (level BETWEEN 0 AND 3),
  state      text NOT NULL CHECK (state IN ('planned', 'in-use', 'retired')),
  note       text NOT NULL DEFAULT '',
  -- What it is searched by, folded, and every two neighbouring characters of it.
  searched   text   NOT NULL,
  bigrams    text[] NOT NULL,
  changed_at timestamptz NOT NULL,
  version    integer NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX item_number ON estate.item (noun, number);
CREATE INDEX item_bigrams ON estate.item USING gin (bigrams);
CREATE INDEX item_state ON estate.item (noun, state, sort, level);
CREATE INDEX item_name ON estate.item (noun, name, id);
CREATE INDEX item_level ON estate.item (noun, level DESC, number, id);
CREATE INDEX item_changed ON estate.item (noun, changed_at DESC, id);
CREATE INDEX item_owner ON estate.item (owner) WHERE state <> 'retired';
CREATE INDEX item_department ON estate.item (department, noun, number);
