-- clause:   acc-9.3.p
-- title.ja: 特権アカウントのパスワードが期限内に変更されている
-- title.en: Passwords of privileged accounts are changed in time
-- severity: medium
-- scope:    subject
-- time:     daily
-- subject:  person
SELECT a.person AS subject,
       CASE WHEN NOT a.privileged OR :{acc-9.3.p_change-period} IS NULL OR p.leaves_on < :{today} THEN 'skip'
            WHEN a.changed_at + :{acc-9.3.p_change-period} >= :{today} THEN 'ok' ELSE 'alarm' END AS status,
       'password-old' AS reason,
       a.changed_at::date AS changed_on
  FROM facts.account a JOIN facts.person p ON p.id = a.person
