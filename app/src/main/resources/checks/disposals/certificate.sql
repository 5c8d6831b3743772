-- clause:   ast-3.1
-- title.ja: 業者に頼んだ廃棄には、証明書がある
-- title.en: Disposals that a provider did are certified
-- severity: medium
-- scope:    subject
-- time:     daily
-- subject:  disposal
SELECT d.id AS subject,
       CASE WHEN d.act <> 'dispose' OR NOT d.by_provider OR d.level < :{ast-3.1_levels} THEN 'skip'
            WHEN d.certificate THEN 'ok'
            WHEN d.done_on < :{today} - 30 THEN 'alarm' ELSE 'skip' END AS status,
       'no-certificate' AS reason
  FROM facts.disposal d
