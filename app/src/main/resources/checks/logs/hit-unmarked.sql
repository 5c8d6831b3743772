-- clause:   inf-3.d
-- title.ja: レビューで見つかったものを、14日以内に確かめている
-- title.en: What reviews found is looked into within 14 days
-- severity: medium
-- scope:    all
-- time:     daily
-- subject:  log-hit
SELECT h.id AS subject,
       CASE WHEN h.mark IS NOT NULL THEN 'ok' WHEN h.first_found_at::date + 14 >= :{today} THEN 'skip' ELSE 'alarm' END AS status,
       'log-hit-unmarked' AS reason,
       h.first_found_at::date AS found
  FROM facts.log_hit h
