CREATE OR REPLACE VIEW facts.backup AS
SELECT id, begun_at, ended_at, state, bytes, removed_at FROM exchange.backup;
SELECT facts.watch('exchange.backup', 'backup', 'id');
