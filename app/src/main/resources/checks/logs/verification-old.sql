-- clause:   inf-3.c
-- title.ja: 通信ログの保管状況を、規程の間隔で確認している
-- title.en: The storage of logs is verified and confirmed as often as the regulation says
-- severity: high
-- scope:    all
-- time:     daily
SELECT 'log-archive' AS subject,
       CASE WHEN :{inf-3.c_rhythm} IS NULL THEN 'skip'
            WHEN coalesce(max(v.confirmed_at), min(v.verified_at))::date + :{inf-3.c_rhythm} >= :{today} THEN 'ok' ELSE 'alarm' END AS status,
       CASE WHEN max(v.confirmed_at) IS NULL THEN 'log-storage-never' ELSE 'log-storage-old' END AS reason,
       max(v.confirmed_at)::date AS last
  FROM facts.log_verification v
HAVING count(*) > 0
