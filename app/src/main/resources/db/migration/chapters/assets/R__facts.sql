CREATE OR REPLACE VIEW facts.asset AS
SELECT id, code, department, confidentiality, integrity, availability, importance, personal_information, legal, state, medium,
       retained_until AS retention_until, changed_at,
       everybody, users, outsiders, systems, marking, marking_reason, reason <> '' OR answers <> '{}' AS reasoned, reason <> '' AS explained, importance_stated, registered_on
  FROM assets.asset;

SELECT facts.watch('assets.asset', 'asset', 'id');

CREATE OR REPLACE VIEW facts.asset_round AS
SELECT r.id, r.department, r.opened_at, r.closed_at,
       (SELECT count(*) FROM assets.round_row w WHERE w.round = r.id) AS assets,
       (SELECT count(*) FROM assets.round_row w WHERE w.round = r.id AND w.answer IS NULL) AS unanswered
  FROM assets.round r;

SELECT facts.watch('assets.round', 'asset_round', 'id', 'department');
