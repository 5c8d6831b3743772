-- clause:   org-1.b
-- title.ja: 役職者に代理がいる
-- title.en: Whoever holds a post has a deputy
-- severity: low
-- scope:    all
-- time:     daily
-- subject:  post
SELECT a.post AS subject,
       CASE WHEN bool_and(a.deputy IS NOT NULL AND (d.leaves_on IS NULL OR d.leaves_on >= :{today})) THEN 'ok' ELSE 'alarm' END AS status,
       'no-deputy' AS reason
  FROM facts.appointment a LEFT JOIN facts.person d ON d.id = a.deputy
 WHERE a.post NOT IN ('director', 'departmental-security-manager')
   AND a.starts_on <= :{today} AND (a.ends_on IS NULL OR a.ends_on >= :{today})
 GROUP BY a.post
