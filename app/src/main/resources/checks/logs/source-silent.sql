-- clause:   inf-3.b
-- title.ja: どのゲートウェイの通信ログも、途切れずに届いている
-- title.en: The logs of every gateway keep coming, without a gap
-- severity: high
-- scope:    all
-- time:     daily
-- subject:  log-source
-- A gap is spoken of for 31 days; a source that has been silent for 90 is taken to be gone for good.
SELECT s.name AS subject,
       CASE WHEN s.last_at IS NULL OR s.last_at::date + 90 < :{today} THEN 'skip'
            WHEN s.last_at::date + 2 < :{today} OR s.gap_until::date + 31 >= :{today} THEN 'alarm' ELSE 'ok' END AS status,
       CASE WHEN s.last_at::date + 2 < :{today} THEN 'log-source-silent' ELSE 'log-source-gap' END AS reason,
       CASE WHEN s.last_at::date + 2 < :{today} THEN s.last_at::date ELSE s.gap_from::date END AS since
  FROM facts.log_source s
