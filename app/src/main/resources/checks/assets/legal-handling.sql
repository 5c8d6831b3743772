-- clause:   ast-1.1.e
-- title.ja: 法律で取扱いが定められた資産は、その法律の名と最も高い評価で扱われている
-- title.en: What a law governs bears the name of the law and the highest value
-- severity: high
-- scope:    subject
-- subject:  asset
-- The law must be one that the regulation names, or be described in words; another value than the highest needs words, too.
SELECT id AS subject,
       CASE WHEN state <> 'in-use' OR legal = '{}' THEN 'skip'
            WHEN NOT legal <@ (:{reg_laws} || ARRAY['other']) THEN 'alarm'
            WHEN confidentiality < 3 AND NOT explained THEN 'alarm' ELSE 'ok' END AS status,
       CASE WHEN NOT legal <@ (:{reg_laws} || ARRAY['other']) THEN 'law-not-in-regulation' ELSE 'legal-rated-low' END AS reason
  FROM facts.asset
