-- clause:   hr-3.a
-- title.ja: 退職した者が部門長のままになっていない
-- title.en: Nobody who has left still heads a department
-- severity: medium
-- scope:    all
-- time:     daily
-- subject:  department
SELECT d.id AS subject,
       CASE WHEN d.closed_on IS NOT NULL OR d.head IS NULL THEN 'skip'
            WHEN h.leaves_on < :{today} THEN 'alarm' ELSE 'ok' END AS status,
       'head-has-left' AS reason,
       'person:' || d.head AS head
  FROM facts.department d LEFT JOIN facts.person h ON h.id = d.head
