-- clause:   inf-3.b
-- title.ja: 通信ログが、保管期間より前に消されていない
-- title.en: No logs are deleted before their retention is over
-- severity: critical
-- scope:    all
SELECT 'log-archive' AS subject,
       CASE WHEN v.early = 0 THEN 'ok' ELSE 'alarm' END AS status,
       'log-early-deletion' AS reason,
       v.early AS files
  FROM facts.log_verification v
 ORDER BY v.verified_at DESC
 LIMIT 1
