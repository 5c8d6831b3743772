-- clause:   ast-4.1
-- title.ja: バックアップの大きさが、いつもと大きく違わない
-- title.en: Backups hold about as much as usual
-- severity: medium
-- scope:    subject
-- subject:  backup-plan
SELECT p.id AS subject,
       CASE WHEN NOT p.in_use OR p.standing IN ('none-yet', 'missed', 'failed') THEN 'skip'
            WHEN p.standing = 'too-small' THEN 'alarm' ELSE 'ok' END AS status,
       'backup-run-too-small' AS reason
  FROM facts.backup_plan p
