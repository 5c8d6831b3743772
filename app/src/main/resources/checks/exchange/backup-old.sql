-- clause:   ast-4.1
-- title.ja: このシステムのバックアップが、規程の間隔で取られている
-- title.en: This system is backed up as often as the regulation says
-- severity: critical
-- scope:    all
-- time:     daily
SELECT 'backups' AS subject,
       CASE WHEN max(b.begun_at) FILTER (WHERE b.state = 'made') >= :{today} - :{ast-4.1_rhythm} THEN 'ok' ELSE 'alarm' END AS status,
       CASE WHEN count(*) FILTER (WHERE b.state = 'made') = 0 THEN 'no-backup' ELSE 'backup-old' END AS reason,
       (max(b.begun_at) FILTER (WHERE b.state = 'made'))::date AS last
  FROM facts.backup b
