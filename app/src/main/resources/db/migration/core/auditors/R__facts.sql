CREATE OR REPLACE VIEW facts.auditor AS
SELECT id, starts_on, ends_on, issued_at, ended_at FROM auditors.auditor;
SELECT facts.watch('auditors.auditor', 'auditor', 'id');
