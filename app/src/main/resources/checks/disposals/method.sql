-- clause:   ast-3.1
-- title.ja: 社外秘・極秘の情報資産が入った媒体は、復元できない方法で廃棄されている
-- title.en: Media that held internal and top-secret assets were disposed of beyond recovery
-- severity: critical
-- scope:    subject
-- subject:  disposal
SELECT d.id AS subject,
       CASE WHEN d.act <> 'dispose' OR d.level < :{ast-3.1_levels} THEN 'skip'
            WHEN d.method IN ('os-delete', 'quick-format', 'as-it-is') THEN 'alarm' ELSE 'ok' END AS status,
       'method-forbidden' AS reason
  FROM facts.disposal d
