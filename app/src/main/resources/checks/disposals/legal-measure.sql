-- clause:   ast-1.1.e
-- title.ja: 法律が取扱いを定めた資産の廃棄・再利用には、その法律に基づく措置が記録されている
-- title.en: Disposals of what a law governs have the measure that it asks for on record
-- severity: high
-- scope:    all
-- subject:  disposal
SELECT d.id AS subject,
       CASE WHEN bool_and(m.laws IS NOT NULL) THEN 'ok' ELSE 'alarm' END AS status,
       'legal-measure-missing' AS reason
  FROM facts.disposal d
  JOIN facts.asset a ON a.id = ANY (d.assets) AND a.legal <> '{}'
  LEFT JOIN facts.legal_measure m ON m.subject = 'disposal:' || d.id
 GROUP BY d.id
