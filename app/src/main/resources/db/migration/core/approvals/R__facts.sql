CREATE OR REPLACE VIEW facts.approval AS
  SELECT id, kind, subject, clause, requested_by, requested_at, expires_on, state, settled_at FROM approvals.request;
