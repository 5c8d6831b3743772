-- clause:   ast-4.1
-- title.ja: バックアップから復元できることを、規程の間隔で確かめている
-- title.en: Restoring is tested as often as the regulation says
-- severity: medium
-- scope:    subject
-- time:     daily
-- subject:  backup-plan
SELECT p.id AS subject,
       CASE WHEN NOT p.in_use OR :{ast-4.1_restore-test} IS NULL THEN 'skip'
            WHEN coalesce(p.last_tested, p.begins) + :{ast-4.1_restore-test} >= :{today} THEN 'ok' ELSE 'alarm' END AS status,
       CASE WHEN p.last_tested IS NULL THEN 'restore-never-tested' ELSE 'restore-test-old' END AS reason,
       p.last_tested AS last
  FROM facts.backup_plan p
