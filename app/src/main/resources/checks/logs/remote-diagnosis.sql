-- clause:   inf-3.f
-- title.ja: 遠隔診断ポートは、決めた時間のほかには使われていない
-- title.en: Remote diagnosis ports are used in their windows only
-- severity: high
-- scope:    all
-- subject:  log-hit
-- What a review finds outside a window stands until a reviewer has explained it.
SELECT h.id AS subject,
       CASE WHEN h.rule <> 'remote-diagnosis' THEN 'skip' WHEN h.mark = 'explained' THEN 'ok' ELSE 'alarm' END AS status,
       'log-remote-diagnosis' AS reason,
       h.first_found_at::date AS found
  FROM facts.log_hit h
