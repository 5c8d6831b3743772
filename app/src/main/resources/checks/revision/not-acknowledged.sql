-- clause:   hr-2.b
-- title.ja: 在籍する者が、施行中の規程を読んで確認している
-- title.en: Everybody who works here has acknowledged the regulation in force
-- severity: medium
-- scope:    all
-- time:     daily
-- subject:  person
-- Whoever has just joined, and everybody after a revision, has 30 days.
SELECT p.id AS subject,
       CASE WHEN k.person IS NOT NULL THEN 'ok'
            WHEN greatest(p.joined_on, r.since) + 30 >= :{today} THEN 'skip' ELSE 'alarm' END AS status,
       'not-acknowledged' AS reason,
       r.number AS revision
  FROM (SELECT number, effective_at::date AS since FROM facts.regulation_revision
         WHERE effective_at::date <= :{today} ORDER BY effective_at DESC LIMIT 1) r
 CROSS JOIN facts.person p
  LEFT JOIN facts.acknowledgement k ON k.person = p.id AND k.revision = r.number
 WHERE p.joined_on <= :{today} AND (p.leaves_on IS NULL OR p.leaves_on >= :{today})
