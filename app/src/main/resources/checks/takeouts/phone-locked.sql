-- clause:   ast-2.c
-- title.ja: 持ち出したスマートフォン・タブレットにはロックがかかっている
-- title.en: Smartphones and tablets taken out are locked
-- severity: high
-- scope:    all
-- subject:  take-out
SELECT c.take_out AS subject,
       CASE WHEN bool_or(c.state IN ('out', 'returned', 'lost')) IS NOT TRUE THEN 'skip'
            WHEN bool_and('locked' = ANY (c.measures)) THEN 'ok' ELSE 'alarm' END AS status,
       'take-out-measure' AS reason
  FROM facts.carried c
 WHERE c.medium = 'phone'
 GROUP BY c.take_out
