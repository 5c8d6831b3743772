-- clause:   ast-1.1.e
-- title.ja: 法律が取扱いを定めた資産を持つシステムのバックアップには、その法律に基づく措置が記録されている
-- title.en: Backups of what holds assets that a law governs have the measure that it asks for on record
-- severity: high
-- scope:    all
-- subject:  backup-plan
SELECT p.id AS subject,
       CASE WHEN NOT p.in_use THEN 'skip'
            WHEN bool_and(a.legal <@ coalesce(m.laws, '{}')) THEN 'ok' ELSE 'alarm' END AS status,
       'legal-measure-missing' AS reason
  FROM facts.backup_plan p
  JOIN facts.asset a ON p.equipment = ANY (a.systems) AND a.legal <> '{}' AND a.state <> 'gone'
  LEFT JOIN facts.legal_measure m ON m.subject = 'backup-plan:' || p.id
 GROUP BY p.id, p.in_use
