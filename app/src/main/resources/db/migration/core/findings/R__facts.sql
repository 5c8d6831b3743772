CREATE OR REPLACE VIEW facts.exception AS
SELECT id, check_id, subject, clause, ends_on, state, asked_at, settled_at FROM findings.exception;
SELECT facts.watch('findings.exception', 'exception', 'id');

CREATE OR REPLACE VIEW facts.corrective_action AS
SELECT id, check_id, subject, clause, cause, plan, owner, due_on, needs_revision, state, done_on, reviewed_on, closed_at, planned_at
  FROM findings.action;
SELECT facts.watch('findings.action', 'corrective_action', 'id', 'owner');
