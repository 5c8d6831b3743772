-- What was done with satellite remote sensing records; entries are added and never changed.
GRANT USAGE ON SCHEMA processing TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA processing GRANT SELECT, INSERT ON TABLES TO ${app};

CREATE TABLE processing.entry (
  id         uuid PRIMARY KEY,
  day        date NOT NULL,
  record     text NOT NULL,
  handler    uuid NOT NULL,
  sensor     text NOT NULL,
  resolution text NOT NULL,
  deed       text NOT NULL CHECK (deed IN ('received', 'processed', 'provided', 'erased')),
  words      text NOT NULL,
  party      uuid,
  recipient  text NOT NULL,
  basis      text NOT NULL,
  basis_note text NOT NULL,
  -- The entry that this one puts right; one is put right once.
  corrects   uuid REFERENCES processing.entry,
  entered_at timestamptz NOT NULL,
  entered_by text NOT NULL,
  searched   text NOT NULL,
  bigrams    text[] NOT NULL
);
CREATE UNIQUE INDEX entry_corrects ON processing.entry (corrects);
CREATE INDEX entry_day ON processing.entry (day DESC, entered_at DESC, id);
CREATE INDEX entry_handler ON processing.entry (handler, day DESC);
CREATE INDEX entry_bigrams ON processing.entry USING gin (bigrams);
