CREATE OR REPLACE VIEW facts.terminal AS
SELECT id, device, expires_at, registered_at, revoked_at FROM terminals.terminal;
SELECT facts.watch('terminals.terminal', 'terminal', 'device');
