-- clause:   ast-4.1
-- title.ja: 予定したバックアップの結果が届いている
-- title.en: Backups that were due have come in
-- severity: high
-- scope:    subject
-- subject:  backup-plan
SELECT p.id AS subject,
       CASE WHEN NOT p.in_use OR p.standing = 'none-yet' THEN 'skip' WHEN p.standing = 'missed' THEN 'alarm' ELSE 'ok' END AS status,
       'backup-run-missed' AS reason
  FROM facts.backup_plan p
