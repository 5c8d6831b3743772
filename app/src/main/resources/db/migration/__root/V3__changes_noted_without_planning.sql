-- Changes are noted by one function for each table and fact, its statements fixed, so that a session plans them once and not at every change.
CREATE OR REPLACE FUNCTION facts.watch(of regclass, fact text, VARIADIC keys text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  subjects text := (SELECT 'unnest(ARRAY[' || string_agg(format('%I::pg_catalog.text', k), ', ') || ']) AS subject' FROM unnest(keys) k);
  noting   text := (SELECT format('facts.%I', concat_ws('_', 'note', n.nspname, c.relname, $2))
                    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = $1);
BEGIN
  INSERT INTO facts.watched SELECT $2, k FROM unnest(keys) k ON CONFLICT DO NOTHING;
  EXECUTE format($noting$
    CREATE OR REPLACE FUNCTION %1$s() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = facts, pg_temp AS $body$
    BEGIN
      IF TG_OP = 'INSERT' THEN
        INSERT INTO facts.change (fact, subject) SELECT DISTINCT %2$L, subject FROM (SELECT %3$s FROM rows_after) r WHERE subject IS NOT NULL;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO facts.change (fact, subject) SELECT DISTINCT %2$L, subject FROM (SELECT %3$s FROM rows_before) r WHERE subject IS NOT NULL;
      ELSE
        INSERT INTO facts.change (fact, subject)
          SELECT %2$L, subject FROM (SELECT %3$s FROM rows_before UNION SELECT %3$s FROM rows_after) r WHERE subject IS NOT NULL;
      END IF;
      RETURN NULL;
    END $body$ $noting$, noting, $2, subjects);
  EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', noting);
  EXECUTE format('CREATE OR REPLACE TRIGGER facts_%2$s_inserted AFTER INSERT ON %1$s REFERENCING NEW TABLE AS rows_after'
              || ' FOR EACH STATEMENT EXECUTE FUNCTION %3$s()', $1, $2, noting);
  EXECUTE format('CREATE OR REPLACE TRIGGER facts_%2$s_updated AFTER UPDATE ON %1$s REFERENCING OLD TABLE AS rows_before NEW TABLE AS rows_after'
              || ' FOR EACH STATEMENT EXECUTE FUNCTION %3$s()', $1, $2, noting);
  EXECUTE format('CREATE OR REPLACE TRIGGER facts_%2$s_deleted AFTER DELETE ON %1$s REFERENCING OLD TABLE AS rows_before'
              || ' FOR EACH STATEMENT EXECUTE FUNCTION %3$s()', $1, $2, noting);
END $$;

-- What is watched already: the old triggers carry the fact and its keys, each ended by a zero byte.
SELECT facts.watch(told.of, told.given[1], VARIADIC told.given[2:told.many])
FROM (SELECT DISTINCT t.tgrelid::regclass AS of, t.tgnargs AS many, string_to_array(encode(t.tgargs, 'escape'), '\000') AS given
      FROM pg_trigger t WHERE t.tgfoid = 'facts.note_change'::regproc) told;

DROP FUNCTION facts.note_change();
