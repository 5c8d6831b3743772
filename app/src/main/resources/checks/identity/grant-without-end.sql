-- clause:   acc-1.b
-- title.ja: 名指しで与えた権限に期限がある
-- title.en: Permissions given by name end on a day
-- severity: low
-- scope:    subject
-- time:     daily
-- subject:  person
SELECT g.person AS subject,
       CASE WHEN bool_or(g.ends_on IS NULL) THEN 'alarm' ELSE 'ok' END AS status,
       'grant-without-end' AS reason,
       count(*) FILTER (WHERE g.ends_on IS NULL) AS grants
  FROM facts.named_grant g
 WHERE g.withdrawn_at IS NULL AND (g.ends_on IS NULL OR g.ends_on >= :{today})
 GROUP BY g.person
