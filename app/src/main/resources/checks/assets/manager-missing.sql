-- clause:   ast-1.3
-- title.ja: 情報資産を持つどの部門にも、管理責任者がいる
-- title.en: Every department with assets has somebody who answers for them
-- severity: high
-- scope:    all
-- time:     daily
-- subject:  department
-- Who that is follows from the regulation: the head, or the department's security manager.
SELECT d.id AS subject,
       CASE WHEN NOT EXISTS (SELECT 1 FROM facts.asset a WHERE a.department = d.id AND a.state = 'in-use') THEN 'skip'
            WHEN CASE :{ast-1.3_responsible}
                 WHEN 'head-of-main-user'
                 THEN EXISTS (SELECT 1 FROM facts.person p
                               WHERE p.id = d.head AND (p.leaves_on IS NULL OR p.leaves_on >= :{today}))
                 ELSE EXISTS (SELECT 1 FROM facts.appointment m JOIN facts.person p ON p.id = m.holder
                               WHERE m.post = 'departmental-security-manager' AND m.department = d.id
                                 AND m.starts_on <= :{today} AND (m.ends_on IS NULL OR m.ends_on >= :{today})
                                 AND (p.leaves_on IS NULL OR p.leaves_on >= :{today})) END
            THEN 'ok' ELSE 'alarm' END AS status,
       'no-asset-manager' AS reason
  FROM facts.department d
