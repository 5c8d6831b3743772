-- clause:   inf-3.c
-- title.ja: 保管した通信ログは、最後の検証で記録のとおりだった
-- title.en: At the last verification the archived logs were what the manifest says
-- severity: critical
-- scope:    all
-- Files deleted before their time are a check of their own.
SELECT 'log-archive' AS subject,
       CASE WHEN v.intact THEN 'ok' ELSE 'alarm' END AS status,
       'log-archive-broken' AS reason,
       v.verified_at::date AS verified
  FROM facts.log_verification v
 ORDER BY v.verified_at DESC
 LIMIT 1
