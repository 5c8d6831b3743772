-- clause:   ast-1.5
-- title.ja: 衛星リモセン記録を渡した相手が書かれている
-- title.en: Entries of the processing log name who received the record
-- severity: high
-- scope:    subject
-- subject:  processing-entry
SELECT e.id AS subject,
       CASE WHEN e.corrected OR e.deed <> 'provided' THEN 'skip'
            WHEN e.party IS NULL AND NOT e.recipient_named THEN 'alarm' ELSE 'ok' END AS status,
       'processing-recipient-missing' AS reason
  FROM facts.processing_entry e
