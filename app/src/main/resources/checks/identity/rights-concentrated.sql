-- clause:   acc-1.c
-- title.ja: 権限が一人に集まっていない
-- title.en: Rights are not concentrated on one person
-- severity: medium
-- scope:    subject
-- time:     daily
-- subject:  person
SELECT g.person AS subject,
       CASE WHEN count(DISTINCT g.permission) > :{acc-1.c_limit} THEN 'alarm' ELSE 'ok' END AS status,
       'too-many-rights' AS reason,
       count(DISTINCT g.permission) AS rights,
       :{acc-1.c_limit} AS allowed
  FROM facts.named_grant g
 WHERE g.withdrawn_at IS NULL AND g.starts_on <= :{today} AND (g.ends_on IS NULL OR g.ends_on >= :{today})
 GROUP BY g.person
