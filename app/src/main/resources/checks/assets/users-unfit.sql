-- clause:   ast-1.4
-- title.ja: 利用者範囲が、今ある部門と規程の認める者に限られている
-- title.en: User scopes name departments that exist and people whom the regulation admits
-- severity: medium
-- scope:    all
-- subject:  asset
-- A top-secret asset for everybody is no scope at all.
SELECT a.id AS subject,
       CASE WHEN a.state <> 'in-use' THEN 'skip'
            WHEN a.everybody AND a.confidentiality = 3 OR c.closed
              OR a.outsiders <> '' AND NOT 'partners-listed' = ANY (:{ast-1.4_scope}) THEN 'alarm'
            ELSE 'ok' END AS status,
       CASE WHEN c.closed THEN 'user-department-closed'
            WHEN a.everybody AND a.confidentiality = 3 THEN 'top-secret-for-everybody' ELSE 'outsiders-not-admitted' END AS reason
  FROM facts.asset a
 CROSS JOIN LATERAL (SELECT EXISTS (SELECT 1 FROM facts.department d
                                     WHERE d.closed_on IS NOT NULL AND (d.id = ANY (a.users) OR d.id = a.department)) AS closed) c
