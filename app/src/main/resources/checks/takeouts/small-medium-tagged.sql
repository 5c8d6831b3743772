-- clause:   ast-2.e
-- title.ja: 持ち出した小型媒体には、紛失を防ぐ措置がある
-- title.en: Small media taken out are guarded against being lost
-- severity: high
-- scope:    all
-- subject:  take-out
SELECT c.take_out AS subject,
       CASE WHEN bool_or(c.state IN ('out', 'returned', 'lost')) IS NOT TRUE THEN 'skip'
            WHEN bool_and('tagged' = ANY (c.measures)) THEN 'ok' ELSE 'alarm' END AS status,
       'take-out-measure' AS reason
  FROM facts.carried c
 WHERE c.medium = 'small'
 GROUP BY c.take_out
