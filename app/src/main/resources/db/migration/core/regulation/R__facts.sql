CREATE OR REPLACE VIEW facts.regulation_revision AS
SELECT number, effective_at, adopted_at, digest FROM regulation.revision;
SELECT facts.watch('regulation.revision', 'regulation_revision', 'number');
