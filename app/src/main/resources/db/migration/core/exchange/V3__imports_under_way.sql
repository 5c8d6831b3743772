-- Long imports, which go on while whoever has begun them looks on or leaves.
ALTER TABLE exchange.upload
  ADD COLUMN beat_at         timestamptz,
  ADD COLUMN rows_done       integer NOT NULL DEFAULT 0,
  ADD COLUMN rows_all        integer NOT NULL DEFAULT 0,
  ADD COLUMN cancelled       boolean NOT NULL DEFAULT false,
  -- Why nothing was written.
  ADD COLUMN failure         text CHECK (failure IN ('stopped', 'cancelled', 'broken')),
  ADD COLUMN fault_at        text,
  ADD COLUMN fault_code      text,
  ADD COLUMN fault_arguments text[];
