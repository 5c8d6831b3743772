-- clause:   ast-1.5
-- title.ja: 衛星リモセン記録の取扱いに、法的な根拠が書かれている
-- title.en: Entries of the processing log give a legal basis
-- severity: high
-- scope:    subject
-- subject:  processing-entry
SELECT e.id AS subject,
       CASE WHEN e.corrected THEN 'skip' WHEN e.basis = '' THEN 'alarm' ELSE 'ok' END AS status,
       'processing-basis-missing' AS reason
  FROM facts.processing_entry e
