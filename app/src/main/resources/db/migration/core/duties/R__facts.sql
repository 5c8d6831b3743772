CREATE OR REPLACE VIEW facts.duty AS
SELECT id, kind, subject, period, starts_on, due_on, assignee, clause, revision, state, closed_at FROM duties.duty;
SELECT facts.watch('duties.duty', 'duty', 'id');
