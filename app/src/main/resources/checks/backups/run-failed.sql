-- clause:   ast-4.1
-- title.ja: 計画したバックアップが、最後の実行で成功している
-- title.en: Planned backups succeeded when they last ran
-- severity: high
-- scope:    subject
-- subject:  backup-plan
SELECT p.id AS subject,
       CASE WHEN NOT p.in_use OR p.standing IN ('none-yet', 'missed') THEN 'skip' WHEN p.standing = 'failed' THEN 'alarm' ELSE 'ok' END AS status,
       'backup-run-failed' AS reason
  FROM facts.backup_plan p
