-- clause:   ast-1.1.a
-- title.ja: 保存期限を過ぎた資産を持ち続けていない
-- title.en: No asset is kept past its retention
-- severity: low
-- scope:    subject
-- time:     daily
-- subject:  asset
SELECT id AS subject,
       CASE WHEN state <> 'in-use' OR retention_until IS NULL THEN 'skip'
            WHEN retention_until >= :{today} THEN 'ok' ELSE 'alarm' END AS status,
       'retention-over' AS reason,
       retention_until AS until
  FROM facts.asset
