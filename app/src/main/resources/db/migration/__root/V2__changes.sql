-- Whose facts have changed since checks last looked; written by the triggers that facts.watch sets, in the transaction of the change.
CREATE TABLE facts.change (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  fact    text NOT NULL,
  subject text NOT NULL
);
GRANT DELETE ON facts.change TO ${app};
REVOKE ALL ON facts.change, facts.installed_migrations FROM ${checks};

-- By which columns a fact's rows belong to a subject.
CREATE TABLE facts.watched (
  fact text NOT NULL,
  key  text NOT NULL,
  PRIMARY KEY (fact, key)
);

CREATE FUNCTION facts.note_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = facts, pg_temp AS $$
DECLARE
  key  text;
  rows text;
BEGIN
  FOREACH key IN ARRAY TG_ARGV[1:] LOOP
    rows := CASE TG_OP WHEN 'INSERT' THEN format('SELECT %I::text AS subject FROM rows_after', key)
                       WHEN 'DELETE' THEN format('SELECT %I::text AS subject FROM rows_before', key)
                       ELSE format('SELECT %1$I::text AS subject FROM rows_before UNION SELECT %1$I::text FROM rows_after', key) END;
    EXECUTE 'INSERT INTO facts.change (fact, subject) SELECT DISTINCT $1, subject FROM (' || rows || ') r WHERE subject IS NOT NULL'
      USING TG_ARGV[0];
  END LOOP;
  RETURN NULL;
END $$;

-- From now on, a change of this table is a change of that fact; the keys are columns of both.
CREATE FUNCTION facts.watch(of regclass, fact text, VARIADIC keys text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  given text := (SELECT string_agg(quote_literal(k), ', ') FROM unnest(keys) k);
BEGIN
  INSERT INTO facts.watched SELECT $2, k FROM unnest(keys) k ON CONFLICT DO NOTHING;
  EXECUTE format('CREATE OR REPLACE TRIGGER facts_%2$s_inserted AFTER INSERT ON %1$s REFERENCING NEW TABLE AS rows_after'
              || ' FOR EACH STATEMENT EXECUTE FUNCTION facts.note_change(%2$L, %3$s)', $1, $2, given);
  EXECUTE format('CREATE OR REPLACE TRIGGER facts_%2$s_updated AFTER UPDATE ON %1$s REFERENCING OLD TABLE AS rows_before NEW TABLE AS rows_after'
              || ' FOR EACH STATEMENT EXECUTE FUNCTION facts.note_change(%2$L, %3$s)', $1, $2, given);
  EXECUTE format('CREATE OR REPLACE TRIGGER facts_%2$s_deleted AFTER DELETE ON %1$s REFERENCING OLD TABLE AS rows_before'
              || ' FOR EACH STATEMENT EXECUTE FUNCTION facts.note_change(%2$L, %3$s)', $1, $2, given);
END $$;
REVOKE ALL ON FUNCTION facts.watch FROM PUBLIC;
