-- clause:   ast-4.1
-- title.ja: バックアップの計画の間隔が、規程の間隔より長くない
-- title.en: Backups are planned as often as the regulation says
-- severity: medium
-- scope:    subject
-- subject:  backup-plan
SELECT p.id AS subject,
       CASE WHEN NOT p.in_use OR :{ast-4.1_rhythm} IS NULL THEN 'skip'
            WHEN p.longest_gap * interval '1 day' <= :{ast-4.1_rhythm} THEN 'ok' ELSE 'alarm' END AS status,
       'backup-rhythm-too-slow' AS reason,
       p.longest_gap AS days
  FROM facts.backup_plan p
