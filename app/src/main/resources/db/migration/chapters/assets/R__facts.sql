CREATE OR REPLACE VIEW facts.asset AS
SELECT id, code, department, confidentiality, integrity, availability, importance, personal_information, legal, state, medium,
       retained_until AS retention_until, changed_at,
       everybody, users, outsiders, systems, marking, marking_reason, reason <> '' OR answers <> '{}' AS reasoned, importance_stated, registered_on
  FROM assets.asset;

SELECT facts.watch('assets.asset', 'asset', 'id');
