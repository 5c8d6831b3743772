-- clause:   acc-9.3.p
-- title.ja: 特権を持つ者のパスワードが、特権アカウントの規則に従っている
-- title.en: Whoever has privileges has a password under the rule of privileged accounts
-- severity: high
-- scope:    subject
-- time:     daily
-- subject:  person
SELECT a.person AS subject,
       CASE WHEN NOT EXISTS (SELECT 1 FROM facts.named_grant g
                              WHERE g.person = a.person AND g.withdrawn_at IS NULL AND g.starts_on <= :{today}
                                AND (g.ends_on IS NULL OR g.ends_on >= :{today})) THEN 'skip'
            WHEN a.privileged THEN 'ok' ELSE 'alarm' END AS status,
       'password-weaker-rule' AS reason
  FROM facts.account a
