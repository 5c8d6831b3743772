-- clause:   ast-1.1.e
-- title.ja: 法律が取扱いを定めた資産の持出しには、その法律に基づく措置が記録されている
-- title.en: Take-outs of what a law governs have the measure that it asks for on record
-- severity: high
-- scope:    all
-- subject:  take-out
SELECT c.take_out AS subject,
       CASE WHEN c.state NOT IN ('asked', 'permitted', 'out') THEN 'skip'
            WHEN bool_and(a.legal <@ coalesce(m.laws, '{}')) THEN 'ok' ELSE 'alarm' END AS status,
       'legal-measure-missing' AS reason
  FROM facts.carried c
  JOIN facts.asset a ON a.id = c.asset AND a.legal <> '{}'
  LEFT JOIN facts.legal_measure m ON m.subject = 'take-out:' || c.take_out
 GROUP BY c.take_out, c.state
