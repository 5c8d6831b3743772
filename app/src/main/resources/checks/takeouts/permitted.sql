-- clause:   ast-2.a
-- title.ja: 社外秘・極秘の情報資産は、許可を受けてから持ち出されている
-- title.en: Internal and top-secret assets left the house with permission
-- severity: critical
-- scope:    subject
-- subject:  take-out
SELECT t.id AS subject,
       CASE WHEN t.level < 2 OR t.out_at IS NULL THEN 'skip' WHEN t.request IS NULL THEN 'alarm' ELSE 'ok' END AS status,
       'take-out-unpermitted' AS reason
  FROM facts.take_out t
