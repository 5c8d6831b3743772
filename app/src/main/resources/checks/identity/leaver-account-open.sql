-- clause:   acc-4.b
-- title.ja: 退職した者のアカウントが期限までに閉じられている
-- title.en: Accounts of people who have left are closed in time
-- severity: high
-- scope:    subject
-- time:     daily
-- subject:  person
SELECT p.id AS subject,
       CASE WHEN a.person IS NULL OR p.leaves_on + :{acc-4.b_disable-within} >= :{today} THEN 'ok' ELSE 'alarm' END AS status,
       'leaver-account-open' AS reason,
       p.leaves_on AS left_on
  FROM facts.person p LEFT JOIN facts.account a ON a.person = p.id
 WHERE p.leaves_on < :{today}
