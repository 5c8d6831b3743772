-- clause:   ast-1.1.d
-- title.ja: 法律で取扱いが定められ保存期限のある情報の可用性を低く評価するときは、理由がある
-- title.en: A low availability value of what a law governs and must be retained has a reason
-- severity: low
-- scope:    subject
-- subject:  asset
-- What a law governs and must be kept until a day must not be lost, unless somebody says why not.
SELECT id AS subject,
       CASE WHEN state <> 'in-use' OR retention_until IS NULL OR legal = '{}' THEN 'skip'
            WHEN availability = 2 OR explained THEN 'ok' ELSE 'alarm' END AS status,
       'availability-rated-low' AS reason,
       retention_until AS until
  FROM facts.asset
