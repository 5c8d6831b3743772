-- clause:   ast-2.b
-- title.ja: 持ち出したノートパソコンのデータは暗号化されている
-- title.en: Data on notebooks taken out is encrypted
-- severity: high
-- scope:    all
-- subject:  take-out
SELECT c.take_out AS subject,
       CASE WHEN bool_or(c.state IN ('out', 'returned', 'lost')) IS NOT TRUE THEN 'skip'
            WHEN bool_and('encrypted' = ANY (c.measures)) THEN 'ok' ELSE 'alarm' END AS status,
       'take-out-measure' AS reason
  FROM facts.carried c
 WHERE c.medium = 'notebook'
 GROUP BY c.take_out
