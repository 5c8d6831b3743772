-- clause:   ast-4.1
-- title.ja: 規程に挙げた機器のすべてに、バックアップの計画がある
-- title.en: Everything that the regulation lists has a backup plan
-- severity: high
-- scope:    all
SELECT 'backup-target:' || t.id AS subject,
       CASE WHEN NOT t.listed THEN 'skip'
            WHEN EXISTS (SELECT 1 FROM facts.backup_plan p WHERE p.in_use AND p.target = t.id) THEN 'ok' ELSE 'alarm' END AS status,
       'backup-target-without-plan' AS reason
  FROM facts.backup_target t
