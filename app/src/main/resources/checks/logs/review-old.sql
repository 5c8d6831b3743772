-- clause:   inf-3.d
-- title.ja: 通信ログを、規程の間隔でレビューしている
-- title.en: The logs are reviewed as often as the regulation says
-- severity: high
-- scope:    all
-- time:     daily
SELECT 'log-archive' AS subject,
       CASE WHEN :{inf-3.d_rhythm} IS NULL THEN 'skip'
            WHEN coalesce(r.last, min(v.verified_at)::date) + :{inf-3.d_rhythm} >= :{today} THEN 'ok' ELSE 'alarm' END AS status,
       CASE WHEN r.last IS NULL THEN 'log-review-never' ELSE 'log-review-old' END AS reason,
       r.last AS last
  FROM facts.log_verification v, (SELECT max(closed_at)::date AS last FROM facts.log_review) r
 GROUP BY r.last
