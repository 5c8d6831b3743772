-- clause:   ast-1.1.b
-- title.ja: 機密性の評価に理由がある
-- title.en: Every rating of confidentiality has a reason
-- severity: medium
-- scope:    subject
-- subject:  asset
-- The answers to the criteria, or words; who comes later can tell whether the value still fits.
SELECT id AS subject,
       CASE WHEN state <> 'in-use' THEN 'skip' WHEN reasoned THEN 'ok' ELSE 'alarm' END AS status,
       'rating-unreasoned' AS reason
  FROM facts.asset
