-- clause:   ast-1.1.a
-- title.ja: どの部門も、年に一度は情報資産の棚卸しをしている
-- title.en: Every department takes inventory of its assets once a year
-- severity: medium
-- scope:    all
-- time:     daily
-- subject:  department
-- A department whose first asset is younger than a year has nothing to confirm yet.
SELECT d.id AS subject,
       CASE WHEN d.closed_on IS NOT NULL OR a.first IS NULL OR a.first > :{today} - 365 THEN 'skip'
            WHEN r.last >= :{today} - 400 THEN 'ok' ELSE 'alarm' END AS status,
       CASE WHEN r.last IS NULL THEN 'inventory-never' ELSE 'inventory-old' END AS reason,
       r.last::date AS last
  FROM facts.department d
  LEFT JOIN (SELECT department, min(registered_on) AS first FROM facts.asset WHERE state = 'in-use' GROUP BY department) a
    ON a.department = d.id
  LEFT JOIN (SELECT department, max(closed_at) AS last FROM facts.asset_round GROUP BY department) r ON r.department = d.id
