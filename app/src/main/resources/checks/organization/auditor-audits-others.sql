-- clause:   org-2.a
-- title.ja: 監査・点検責任者は、自分が監査する役職に就いていない
-- title.en: Whoever audits holds no post that is audited
-- severity: medium
-- scope:    all
-- time:     daily
-- subject:  person
SELECT a.holder AS subject,
       CASE WHEN count(o.id) > 0 THEN 'alarm' ELSE 'ok' END AS status,
       'audits-own-post' AS reason,
       min('post:' || o.post) AS post
  FROM facts.appointment a
  LEFT JOIN facts.appointment o ON o.holder = a.holder AND o.starts_on <= :{today} AND (o.ends_on IS NULL OR o.ends_on >= :{today})
   AND o.post IN ('security-officer', 'system-administrator', 'training-manager', 'incident-response-manager', 'privacy-manager',
                  'departmental-security-manager')
 WHERE a.post = :{org-2.a_inspector} AND a.starts_on <= :{today} AND (a.ends_on IS NULL OR a.ends_on >= :{today})
 GROUP BY a.holder
