-- clause:   acc-2.a
-- title.ja: 使われていないアカウントがない
-- title.en: No account lies unused
-- severity: low
-- scope:    subject
-- time:     daily
-- subject:  person
SELECT a.person AS subject,
       CASE WHEN p.leaves_on < :{today} OR a.changed_at > :{today} - interval '90 days' THEN 'skip'
            WHEN EXISTS (SELECT 1 FROM facts.log_in l
                          WHERE l.person = a.person AND l.succeeded AND l.at > :{today} - interval '180 days') THEN 'ok'
            ELSE 'alarm' END AS status,
       'account-unused' AS reason
  FROM facts.account a JOIN facts.person p ON p.id = a.person
