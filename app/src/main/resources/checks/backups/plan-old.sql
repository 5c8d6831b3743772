-- clause:   ast-4.1
-- title.ja: 最後に成功したバックアップが、規程の間隔より古くない
-- title.en: The last good backup is no older than the regulation allows
-- severity: critical
-- scope:    subject
-- time:     daily
-- subject:  backup-plan
-- The day that is not over yet is still good for it.
SELECT p.id AS subject,
       CASE WHEN NOT p.in_use OR :{ast-4.1_rhythm} IS NULL THEN 'skip'
            WHEN coalesce(p.last_good_at::date, p.begins) + :{ast-4.1_rhythm} >= :{today} - interval '1 day' THEN 'ok' ELSE 'alarm' END AS status,
       CASE WHEN p.last_good_at IS NULL THEN 'backup-never' ELSE 'backup-plan-old' END AS reason,
       p.last_good_at::date AS last
  FROM facts.backup_plan p
