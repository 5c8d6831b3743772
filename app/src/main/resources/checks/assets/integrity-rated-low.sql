-- clause:   ast-1.1.c
-- title.ja: 地上システムや衛星が扱う情報の完全性を低く評価するときは、理由がある
-- title.en: A low integrity value of what ground and space systems hold has a reason
-- severity: low
-- scope:    all
-- subject:  asset
-- What flies by data is hindered by wrong data, unless somebody says why not.
SELECT a.id AS subject,
       CASE WHEN a.state <> 'in-use' OR NOT EXISTS (SELECT 1 FROM facts.system s
                                                     WHERE s.id = ANY (a.systems) AND s.sort IN ('ground', 'space')) THEN 'skip'
            WHEN a.integrity = 2 OR a.explained THEN 'ok' ELSE 'alarm' END AS status,
       'integrity-rated-low' AS reason
  FROM facts.asset a
