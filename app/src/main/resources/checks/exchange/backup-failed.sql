-- clause:   ast-4.1
-- title.ja: 最後のバックアップが成功している
-- title.en: The last backup succeeded
-- severity: high
-- scope:    all
SELECT b.id AS subject,
       CASE b.state WHEN 'made' THEN 'ok' WHEN 'failed' THEN 'alarm' ELSE 'skip' END AS status,
       'backup-failed' AS reason
  FROM facts.backup b
 ORDER BY b.begun_at DESC
 LIMIT 1
