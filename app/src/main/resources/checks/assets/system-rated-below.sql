-- clause:   ast-1.1.b
-- title.ja: 資産を保有するシステムや機器は、その資産以上に高く評価されている
-- title.en: What holds an asset is rated no lower than the asset
-- severity: medium
-- scope:    all
-- subject:  asset
SELECT a.id AS subject,
       CASE WHEN a.state <> 'in-use' OR a.systems = '{}' THEN 'skip'
            WHEN min(h.level) < a.confidentiality THEN 'alarm' ELSE 'ok' END AS status,
       'system-rated-below' AS reason,
       a.confidentiality AS value,
       min(h.level) AS lowest
  FROM facts.asset a
  LEFT JOIN (SELECT id, level FROM facts.system WHERE state <> 'retired'
             UNION ALL SELECT id, level FROM facts.device WHERE state <> 'retired'
             UNION ALL SELECT id, level FROM facts.site WHERE state <> 'retired') h ON h.id = ANY (a.systems)
 GROUP BY a.id, a.state, a.systems, a.confidentiality
