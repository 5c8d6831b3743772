-- clause:   org-1.b
-- title.ja: 情報セキュリティ委員会の役職に空席がない
-- title.en: No post of the information security committee is vacant
-- severity: high
-- scope:    all
-- time:     daily
-- subject:  post
SELECT p.post AS subject,
       CASE WHEN p.post = 'complaints-contact' AND :{org-1.b_complaints-held-by} = 'incident-response-manager' THEN 'skip'
            WHEN EXISTS (SELECT 1 FROM facts.appointment a JOIN facts.person h ON h.id = a.holder
                          WHERE a.post = p.post AND a.starts_on <= :{today} AND (a.ends_on IS NULL OR a.ends_on >= :{today})
                            AND (h.leaves_on IS NULL OR h.leaves_on >= :{today}))
            THEN 'ok' ELSE 'alarm' END AS status,
       'post-vacant' AS reason
  FROM (VALUES ('security-officer'), ('system-administrator'), ('training-manager'), ('incident-response-manager'),
               ('complaints-contact'), ('privacy-manager'), ('audit-manager')) AS p (post)
