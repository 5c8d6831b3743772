-- clause:   ast-3.2
-- title.ja: 媒体は、完全に消去してから再利用されている
-- title.en: Media are erased completely before they are used again
-- severity: critical
-- scope:    subject
-- subject:  disposal
SELECT d.id AS subject,
       CASE WHEN d.act <> 'reuse' OR d.level < :{ast-3.1_levels} THEN 'skip'
            WHEN d.method = 'erase' AND d.medium IN ('usb', 'disk', 'rewritable-disc') THEN 'ok' ELSE 'alarm' END AS status,
       'method-forbidden' AS reason
  FROM facts.disposal d
