-- clause:   org-1.c
-- title.ja: 規程が1年以内に見直されている
-- title.en: The regulation has been reviewed within a year
-- severity: medium
-- scope:    all
-- time:     daily
SELECT 'regulation' AS subject,
       CASE WHEN max(r.adopted_at) IS NULL OR max(r.adopted_at) < :{today} - interval '1 year' THEN 'alarm' ELSE 'ok' END AS status,
       CASE WHEN max(r.adopted_at) IS NULL THEN 'regulation-not-adopted' ELSE 'regulation-old' END AS reason,
       max(r.adopted_at)::date AS adopted
  FROM facts.regulation_revision r
