-- clause:   acc-1.d
-- title.ja: 二つ目の認証要素が要るアカウントに、それが登録されている
-- title.en: Accounts that need a second factor have one
-- severity: critical
-- scope:    subject
-- time:     daily
-- subject:  person
-- Registers of the company are internal (level 2); what takes a permission reaches the top secret (level 3).
SELECT a.person AS subject,
       CASE WHEN p.leaves_on < :{today} THEN 'skip'
            WHEN f.person IS NOT NULL OR EXISTS (SELECT 1 FROM facts.passkey k WHERE k.person = a.person) THEN 'ok'
            WHEN :{acc-1.d_mfa-level} <= 2 OR (:{acc-1.d_mfa-level} <= 3 AND (a.privileged
              OR EXISTS (SELECT 1 FROM facts.named_grant g
                          WHERE g.person = a.person AND g.withdrawn_at IS NULL AND g.starts_on <= :{today}
                            AND (g.ends_on IS NULL OR g.ends_on >= :{today})))) THEN 'alarm'
            ELSE 'skip' END AS status,
       'no-second-factor' AS reason
  FROM facts.account a
  JOIN facts.person p ON p.id = a.person
  LEFT JOIN facts.second_factor f ON f.person = a.person
