-- clause:   ast-1.2
-- title.ja: 機密性が、媒体に合った場所に表示されている
-- title.en: Confidentiality is shown where the medium allows
-- severity: medium
-- scope:    subject
-- subject:  asset
-- Files bear it in the name of their folder, paper on the binder; the register alone will do where somebody says why.
SELECT id AS subject,
       CASE WHEN state <> 'in-use' THEN 'skip'
            WHEN marking = 'register' AND marking_reason = '' THEN 'alarm'
            WHEN marking = 'folder' AND medium = 'paper' THEN 'alarm'
            WHEN marking = 'document' AND medium IN ('server', 'cloud') THEN 'alarm'
            ELSE 'ok' END AS status,
       CASE WHEN marking = 'register' THEN 'marking-unreasoned' ELSE 'marking-unfit' END AS reason
  FROM facts.asset
