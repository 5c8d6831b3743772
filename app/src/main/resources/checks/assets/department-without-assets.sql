-- clause:   ast-1.1.a
-- title.ja: どの部門も、自分の情報資産を台帳に記載している
-- title.en: Every department has entered its information assets
-- severity: low
-- scope:    all
-- subject:  department
-- A department that works has information; one without any in the register has not looked yet.
SELECT d.id AS subject,
       CASE WHEN d.closed_on IS NOT NULL THEN 'skip'
            WHEN EXISTS (SELECT 1 FROM facts.asset a WHERE a.department = d.id AND a.state = 'in-use') THEN 'ok'
            ELSE 'alarm' END AS status,
       'no-assets' AS reason
  FROM facts.department d
