-- clause:   ast-2.g
-- title.ja: 持ち出した情報資産は、予定の日までに戻っている
-- title.en: Assets taken out are back by the day agreed
-- severity: high
-- scope:    subject
-- time:     daily
-- subject:  take-out
SELECT t.id AS subject,
       CASE WHEN t.state = 'lost' THEN 'alarm' WHEN t.state = 'out' AND t.returns_on < :{today} THEN 'alarm'
            WHEN t.state IN ('out', 'returned') THEN 'ok' ELSE 'skip' END AS status,
       CASE WHEN t.state = 'lost' THEN 'take-out-lost' ELSE 'take-out-overdue' END AS reason,
       t.returns_on AS returns
  FROM facts.take_out t
