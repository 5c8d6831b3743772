-- clause:   ast-4.2
-- title.ja: バックアップ先のNASを、施錠したサーバーラックに設置している
-- title.en: NAS servers that hold backups stand in a locked rack
-- severity: high
-- scope:    subject
-- subject:  backup-plan
SELECT p.id AS subject,
       CASE WHEN NOT p.in_use OR p.destination <> 'nas' THEN 'skip' WHEN p.kept = 'locked-rack' THEN 'ok' ELSE 'alarm' END AS status,
       'backup-nas-not-in-rack' AS reason
  FROM facts.backup_plan p
