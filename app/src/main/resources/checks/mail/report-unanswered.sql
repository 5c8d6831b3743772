-- clause:   itu-4.5
-- title.ja: 報告された不審メールに、翌日までに答えている
-- title.en: Reports of suspicious mail are answered by the next day
-- severity: high
-- scope:    all
-- time:     daily
-- subject:  mail-report
SELECT r.id AS subject,
       CASE WHEN r.state <> 'open' THEN 'ok' WHEN r.reported_at::date + 1 >= :{today} THEN 'skip' ELSE 'alarm' END AS status,
       'mail-report-unanswered' AS reason,
       r.reported_at::date AS reported
  FROM facts.mail_report r
