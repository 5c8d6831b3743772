-- clause:   ast-2.f
-- title.ja: 社外での送受信は暗号化すると確認されている
-- title.en: What is sent or received outside was said to be encrypted
-- severity: medium
-- scope:    all
-- subject:  take-out
SELECT t.id AS subject,
       CASE WHEN t.out_at IS NULL THEN 'skip' WHEN bool_and('sent-encrypted' = ANY (c.measures)) THEN 'ok' ELSE 'alarm' END AS status,
       'take-out-measure' AS reason
  FROM facts.take_out t JOIN facts.carried c ON c.take_out = t.id
 WHERE t.network AND c.level >= 2 AND c.medium <> 'paper'
 GROUP BY t.id, t.out_at
