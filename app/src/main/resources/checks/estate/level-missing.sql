-- clause:   ast-1.1.b
-- title.ja: 使用中のシステムの機密性の区分が決まっている
-- title.en: Systems in use have a level of confidentiality
-- severity: medium
-- scope:    subject
-- subject:  information-system
SELECT s.id AS subject,
       CASE WHEN s.state <> 'in-use' THEN 'skip' WHEN s.level = 0 THEN 'alarm' ELSE 'ok' END AS status,
       'no-level' AS reason
  FROM facts.system s
