CREATE OR REPLACE VIEW facts.mail_report AS
SELECT id, reported_at, reporter, verdict, state, settled_at FROM mail.report;

SELECT facts.watch('mail.report', 'mail_report', 'id');
