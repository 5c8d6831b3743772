-- clause:   org-1.a
-- title.ja: 経営者等の役職に就いている者がいる
-- title.en: Somebody holds a post of top management
-- severity: critical
-- scope:    all
-- time:     daily
-- subject:  post
SELECT p.post AS subject,
       CASE WHEN EXISTS (SELECT 1 FROM facts.appointment a
                          WHERE a.post = p.post AND a.starts_on <= :{today} AND (a.ends_on IS NULL OR a.ends_on >= :{today}))
            THEN 'ok'
            -- One holder of any of these posts is enough.
            WHEN EXISTS (SELECT 1 FROM facts.appointment a
                          WHERE a.post = ANY (:{org-1.a_top-management})
                            AND a.starts_on <= :{today} AND (a.ends_on IS NULL OR a.ends_on >= :{today}))
            THEN 'skip' ELSE 'alarm' END AS status,
       'post-vacant' AS reason
  FROM unnest(:{org-1.a_top-management}) AS p (post)
