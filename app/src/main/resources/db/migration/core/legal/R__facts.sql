CREATE OR REPLACE VIEW facts.legal_measure AS
SELECT subject, laws, stated_by, stated_at FROM legal.measure;

SELECT facts.watch('legal.measure', 'legal_measure', 'subject');
