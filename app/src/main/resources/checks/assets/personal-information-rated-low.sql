-- clause:   ast-1.1.b
-- title.ja: 個人情報を含む資産は、法律の求めるとおり最も高く評価されている
-- title.en: Assets with personal information are rated as the law's duty demands
-- severity: high
-- scope:    subject
-- subject:  asset
-- The law obliges to its safe management, which is a criterion of the highest value; another value needs words.
SELECT id AS subject,
       CASE WHEN state <> 'in-use' OR personal_information = 'none' OR :{ast-1.1.b_criteria} <> 'any-one' THEN 'skip'
            WHEN confidentiality = 3 OR explained THEN 'ok' ELSE 'alarm' END AS status,
       'personal-information-rated-low' AS reason,
       confidentiality AS value
  FROM facts.asset
