CREATE OR REPLACE VIEW facts.check_definition AS
SELECT id, name, own, clause, title_ja, title_en, severity, daily, state, failure, details, failed_at, ran_at, revision, ok, alarm, skip
  FROM checks.definition WHERE state <> 'gone';

CREATE OR REPLACE VIEW facts.finding AS
SELECT check_id, subject, status, reason, arguments, since FROM checks.finding;
