-- clause:   ast-1.3
-- title.ja: 使用中のシステムと機器に、在籍する責任者がいる
-- title.en: Systems and devices in use have an owner who works here
-- severity: medium
-- scope:    all
-- time:     daily
SELECT i.kind || i.id AS subject,
       CASE WHEN i.state <> 'in-use' THEN 'skip'
            WHEN i.owner IS NULL OR p.leaves_on < :{today} THEN 'alarm' ELSE 'ok' END AS status,
       CASE WHEN i.owner IS NULL THEN 'no-owner' ELSE 'owner-has-left' END AS reason,
       'person:' || i.owner AS owner
  FROM (SELECT 'information-system:' AS kind, id, owner, state FROM facts.system
        UNION ALL
        SELECT 'device:', id, owner, state FROM facts.device) i
  LEFT JOIN facts.person p ON p.id = i.owner
