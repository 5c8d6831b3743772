-- clause:   org-1.b
-- title.ja: どの部門にも情報セキュリティ部門責任者がいる
-- title.en: Every department has its security manager
-- severity: high
-- scope:    all
-- time:     daily
-- subject:  department
SELECT d.id AS subject,
       CASE WHEN d.closed_on IS NOT NULL THEN 'skip'
            WHEN EXISTS (SELECT 1 FROM facts.appointment a JOIN facts.person h ON h.id = a.holder
                          WHERE a.post = 'departmental-security-manager' AND a.department = d.id
                            AND a.starts_on <= :{today} AND (a.ends_on IS NULL OR a.ends_on >= :{today})
                            AND (h.leaves_on IS NULL OR h.leaves_on >= :{today}))
            THEN 'ok' ELSE 'alarm' END AS status,
       'no-department-manager' AS reason
  FROM facts.department d
