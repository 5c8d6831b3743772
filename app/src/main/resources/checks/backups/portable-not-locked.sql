-- clause:   ast-4.2
-- title.ja: 持ち運べるバックアップの媒体を、施錠したキャビネットに保管している
-- title.en: Portable backup media are kept in a locked cabinet
-- severity: high
-- scope:    subject
-- subject:  backup-plan
SELECT p.id AS subject,
       CASE WHEN NOT p.in_use OR p.destination <> 'portable' THEN 'skip' WHEN p.kept = 'locked-cabinet' THEN 'ok' ELSE 'alarm' END AS status,
       'backup-medium-not-locked' AS reason
  FROM facts.backup_plan p
