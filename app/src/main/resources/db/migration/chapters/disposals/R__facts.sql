CREATE OR REPLACE VIEW facts.disposal AS
SELECT id, act, medium, method, device, level, done_on, done_by, provider <> '' AS by_provider, certificate, assets
  FROM disposals.disposal;
SELECT facts.watch('disposals.disposal', 'disposal', 'id');
