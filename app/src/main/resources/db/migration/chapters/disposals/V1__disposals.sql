GRANT USAGE ON SCHEMA disposals TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA disposals GRANT SELECT, INSERT, UPDATE ON TABLES TO ${app};

-- Media that were disposed of or used again; none is ever deleted.
CREATE TABLE disposals.disposal (
  id          uuid PRIMARY KEY,
  act         text NOT NULL CHECK (act IN ('dispose', 'reuse')),
  medium      text NOT NULL,
  method      text NOT NULL,
  -- What stands on the medium, empty for paper and the like; and the same folded, by which it is known again.
  serial      text NOT NULL,
  known_by    text NOT NULL,
  device      uuid,
  assets      uuid[] NOT NULL,
  -- The highest confidentiality of what was on it, 1 to 3.
  level       integer NOT NULL CHECK (level BETWEEN 1 AND 3),
  done_on     date NOT NULL,
  done_by     uuid NOT NULL,
  -- Who did it for us, where somebody outside did.
  provider    text NOT NULL,
  note        text NOT NULL,
  certificate boolean NOT NULL DEFAULT false,
  entered_at  timestamptz NOT NULL,
  revision    text NOT NULL
);
-- A medium that was disposed of never comes again.
CREATE UNIQUE INDEX disposal_once ON disposals.disposal (known_by) WHERE act = 'dispose' AND known_by <> '';
CREATE INDEX disposal_done ON disposals.disposal (done_on DESC, id);
CREATE INDEX disposal_device ON disposals.disposal (device) WHERE device IS NOT NULL;
