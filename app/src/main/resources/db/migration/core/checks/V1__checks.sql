GRANT USAGE ON SCHEMA checks TO ${app}, ${checks};
ALTER DEFAULT PRIVILEGES IN SCHEMA checks GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app};

-- A check is analysed as a view of its own session, which never outlives the transaction.
DO $$ BEGIN EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO ${checks}', current_database()); END $$;

-- Every check that there is or was, and how it last ran.
CREATE TABLE checks.definition (
  id         integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name       text    NOT NULL UNIQUE,
  own        boolean NOT NULL,
  clause     text    NOT NULL,
  title_ja   text    NOT NULL,
  title_en   text    NOT NULL,
  severity   text    NOT NULL CHECK (severity IN ('low', 'medium', 'high', 'critical')),
  daily      boolean NOT NULL,
  text       text    NOT NULL,
  digest     text    NOT NULL,
  -- What PostgreSQL says the check reads: fact and column.
  reads      text[]  NOT NULL,
  state      text    NOT NULL CHECK (state IN ('active', 'refused', 'gone')),
  -- Why it is refused or could not run: a code, and words of the database.
  failure    text,
  details    text,
  failed_at  timestamptz,
  ran_at     timestamptz,
  ran_on     date,
  -- Digest of the check and of the values it ran with; the revision they stand in.
  ran_with   text,
  revision   text,
  ok         integer NOT NULL DEFAULT 0,
  alarm      integer NOT NULL DEFAULT 0,
  skip       integer NOT NULL DEFAULT 0,
  -- Digest of its alarms; the day of the last evidence entry about it.
  result     text    NOT NULL DEFAULT '',
  -- A hash of all rows of its last whole run, as long as nothing else has been merged since.
  rows_hash  text,
  evident_on date
);

-- What a running check has found, until it is merged; the checks' own log-in adds to it and can do nothing else anywhere.
CREATE UNLOGGED TABLE checks.staging (
  run       uuid NOT NULL,
  subject   text NOT NULL,
  status    text NOT NULL CHECK (status IN ('ok', 'alarm', 'skip')),
  reason    text NOT NULL,
  arguments text[]
);
CREATE INDEX staging_run ON checks.staging (run);
GRANT INSERT ON checks.staging TO ${checks};
GRANT TRUNCATE ON checks.staging TO ${app};

-- What each check says of each subject now; since is when the status last changed.
CREATE TABLE checks.finding (
  check_id  integer     NOT NULL,
  subject   text        NOT NULL,
  status    text        NOT NULL,
  reason    text        NOT NULL,
  arguments text[],
  since     timestamptz NOT NULL,
  PRIMARY KEY (check_id, subject)
);
CREATE INDEX finding_status ON checks.finding (check_id, status);
CREATE INDEX finding_alarm ON checks.finding (check_id, since, subject) WHERE status = 'alarm';
CREATE INDEX finding_subject ON checks.finding (subject);

-- The findings of one check: a merge that deletes what is not found any more can't reach another's.
CREATE FUNCTION checks.open(which integer) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = checks, pg_temp AS $$
BEGIN
  IF to_regclass('checks.finding_of_' || which) IS NULL THEN
    EXECUTE format('CREATE VIEW checks.finding_of_%1$s AS SELECT * FROM checks.finding WHERE check_id = %1$s WITH LOCAL CHECK OPTION', which);
  END IF;
END $$;
REVOKE ALL ON FUNCTION checks.open FROM PUBLIC;
GRANT EXECUTE ON FUNCTION checks.open TO ${app};
