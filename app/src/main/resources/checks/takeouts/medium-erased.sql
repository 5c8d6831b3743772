-- clause:   ast-2.d
-- title.ja: 持ち出した電子媒体は、不要なデータの消去と暗号化がされている
-- title.en: Media taken out were erased of needless data and encrypted
-- severity: high
-- scope:    all
-- subject:  take-out
SELECT c.take_out AS subject,
       CASE WHEN bool_or(c.state IN ('out', 'returned', 'lost')) IS NOT TRUE THEN 'skip'
            WHEN bool_and(c.measures @> ARRAY['erased', 'encrypted']) THEN 'ok' ELSE 'alarm' END AS status,
       'take-out-measure' AS reason
  FROM facts.carried c
 WHERE c.medium IN ('small', 'drive')
 GROUP BY c.take_out
